import { formatInstant } from '../../indicator/time.ts'
import { envelope } from '../taxii/envelope.ts'
import { objectPage } from '../taxii/object-page.ts'
import { PAGE_PARAMETERS } from '../taxii/page-parameters.ts'
import { addedHeaders, taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** The versions of one object, of which the last is kept: TAXII 2.1 section 5.8. */
export const getTaxiiVersions = taxiiOperation(
  `${COLLECTION}objects/{object}/versions/`,
  [...PAGE_PARAMETERS, 'match[spec_version]'],
  async (request, services) => {
    const page = await objectPage(request, services)
    return { headers: addedHeaders(page), body: envelope(page, 'versions', ({ version }) => formatInstant(version)) }
  }
)
