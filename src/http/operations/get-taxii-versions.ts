import { GET_TAXII_VERSIONS } from '../../api/operations/get-taxii-versions.ts'
import { formatInstant } from '../../indicator/time.ts'
import { envelope } from '../taxii/envelope.ts'
import { objectPage } from '../taxii/object-page.ts'
import { addedHeaders, taxiiOperation } from '../taxii/taxii-operation.ts'

/** The versions of one object, of which the last is kept: TAXII 2.1 section 5.8. */
export const getTaxiiVersions = taxiiOperation(GET_TAXII_VERSIONS, async (request, services) => {
  const page = await objectPage(request, services)
  return { headers: addedHeaders(page), body: envelope(page, 'versions', ({ version }) => formatInstant(version)) }
})
