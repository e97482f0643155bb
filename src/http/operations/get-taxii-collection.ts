import { collectionObject } from '../taxii/collection-object.ts'
import { resource, taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** One collection: TAXII 2.1 section 5.2. */
export const getTaxiiCollection = taxiiOperation(COLLECTION, [], async ({ pathParameters }, { taxii }) =>
  resource(collectionObject(taxii.collection(pathParameters.get('collection') ?? '')))
)
