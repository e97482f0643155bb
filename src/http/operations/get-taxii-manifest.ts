import { formatInstant } from '../../indicator/time.ts'
import { answerPage } from '../taxii/answer-page.ts'
import { STIX_MEDIA_TYPE } from '../taxii/collection-object.ts'
import { MATCH_PARAMETERS, PAGE_PARAMETERS } from '../taxii/page-parameters.ts'
import { taxiiOperation } from '../taxii/taxii-operation.ts'
import { COLLECTION } from '../taxii/taxii-paths.ts'

/** What a collection holds, without the objects: TAXII 2.1 section 5.3. */
export const getTaxiiManifest = taxiiOperation(
  `${COLLECTION}manifest/`,
  [...PAGE_PARAMETERS, ...MATCH_PARAMETERS],
  async (request, services) =>
    answerPage(request, services, ({ id, added, version }) => ({
      id,
      date_added: formatInstant(added),
      version: formatInstant(version),
      media_type: STIX_MEDIA_TYPE
    }))
)
