import { collectionObject } from '../taxii/collection-object.ts'
import { resource, taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTIONS } from '../taxii/taxii-paths.ts'

/** The collections that there are: TAXII 2.1 section 5.1. */
export const getTaxiiCollections = taxiiOperation(COLLECTIONS, [], async (_request, { taxii }) =>
  resource({ collections: taxii.collections.map(collectionObject) })
)
