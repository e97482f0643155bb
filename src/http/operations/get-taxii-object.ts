import { envelope } from '../taxii/envelope.ts'
import { objectPage } from '../taxii/object-page.ts'
import { PAGE_PARAMETERS } from '../taxii/page-parameters.ts'
import { addedHeaders, taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** One object: TAXII 2.1 section 5.6. */
export const getTaxiiObject = taxiiOperation(
  `${COLLECTION}objects/{object}/`,
  [...PAGE_PARAMETERS, 'match[version]', 'match[spec_version]'],
  async (request, services) => {
    const page = await objectPage(request, services)
    return { headers: addedHeaders(page), body: envelope(page, 'objects', ({ object }) => object()) }
  }
)
