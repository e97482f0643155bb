import type { TAXII_COLLECTION } from '../../api/schemas/taxii.ts'
import { GET_TAXII_COLLECTION } from '../../api/operations/get-taxii-collection.ts'
import { collectionObject } from '../taxii/collection-object.ts'
import { resource, taxiiOperation } from '../taxii/taxii-operation.ts'

/** One collection: TAXII 2.1 section 5.2. */
export const getTaxiiCollection = taxiiOperation(GET_TAXII_COLLECTION, async ({ pathParameters }, { taxii }) => {
  const collection = (await taxii()).collection(pathParameters.get('collection') ?? '')
  return resource<typeof TAXII_COLLECTION>(collectionObject(collection))
})
