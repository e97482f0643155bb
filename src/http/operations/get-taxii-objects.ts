import { envelope } from '../taxii/envelope.ts'
import { MATCH_PARAMETERS, PAGE_PARAMETERS, pageRequest } from '../taxii/page-parameters.ts'
import { addedHeaders, taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** The objects of a collection: TAXII 2.1 section 5.4. */
export const getTaxiiObjects = taxiiOperation(
  `${COLLECTION}objects/`,
  [...PAGE_PARAMETERS, ...MATCH_PARAMETERS],
  async (request, services) => {
    const page = await services.taxii.page(pageRequest(request, services))
    return { headers: addedHeaders(page), body: envelope(page, 'objects', ({ object }) => object()) }
  }
)
