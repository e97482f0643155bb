import { GET_TAXII_OBJECT } from '../../api/operations/get-taxii-object.ts'
import { envelope } from '../taxii/envelope.ts'
import { objectPage } from '../taxii/object-page.ts'
import { addedHeaders, taxiiOperation } from '../taxii/taxii-operation.ts'

/** One object: TAXII 2.1 section 5.6. */
export const getTaxiiObject = taxiiOperation(GET_TAXII_OBJECT, async (request, services) => {
  const page = await objectPage(request, services)
  return { headers: addedHeaders(page), body: envelope(page, 'objects', ({ object }) => object()) }
})
