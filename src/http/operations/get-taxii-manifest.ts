import { GET_TAXII_MANIFEST } from '../../api/operations/get-taxii-manifest.ts'
import { formatInstant } from '../../indicator/time.ts'
import { answerPage } from '../taxii/answer-page.ts'
import { STIX_TYPE } from '../../api/schemas/stix.ts'
import { taxiiOperation } from '../taxii/taxii-operation.ts'

/** What a collection holds, without the objects: TAXII 2.1 section 5.3. */
export const getTaxiiManifest = taxiiOperation(GET_TAXII_MANIFEST, async (request, services) =>
  answerPage(request, services, ({ id, added, version }) => ({
    id,
    date_added: formatInstant(added),
    version: formatInstant(version),
    media_type: STIX_TYPE
  }))
)
