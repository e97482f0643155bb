import type { TAXII_COLLECTIONS } from '../../api/schemas/taxii.ts'
import { GET_TAXII_COLLECTIONS } from '../../api/operations/get-taxii-collections.ts'
import { collectionObject } from '../taxii/collection-object.ts'
import { resource, taxiiOperation } from '../taxii/taxii-operation.ts'

/** The collections that there are: TAXII 2.1 section 5.1. */
export const getTaxiiCollections = taxiiOperation(GET_TAXII_COLLECTIONS, async (_request, { taxii }) =>
  resource<typeof TAXII_COLLECTIONS>({ collections: (await taxii()).collections.map(collectionObject) })
)
