import { formatInstant } from '../../indicator/time.ts'
import { STIX_MEDIA_TYPE } from '../taxii/collection-object.ts'
import { envelope } from '../taxii/envelope.ts'
import { MATCH_PARAMETERS, PAGE_PARAMETERS, pageRequest } from '../taxii/page-parameters.ts'
import { addedHeaders, taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** What a collection holds, without the objects: TAXII 2.1 section 5.3. */
export const getTaxiiManifest = taxiiOperation(
  `${COLLECTION}manifest/`,
  [...PAGE_PARAMETERS, ...MATCH_PARAMETERS],
  async (request, services) => {
    const page = await services.taxii.page(pageRequest(request, services))
    const entry = ({ id, added, version }: (typeof page.versions)[number]): object => ({
      id,
      date_added: formatInstant(added),
      version: formatInstant(version),
      media_type: STIX_MEDIA_TYPE
    })
    return { headers: addedHeaders(page), body: envelope(page, 'objects', entry) }
  }
)
