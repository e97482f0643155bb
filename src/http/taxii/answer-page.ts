import type { TaxiiPage } from '../../app/taxii/taxii.ts'
import type { Answer } from '../answer.ts'
import { answerInPlace } from '../answers/answer-in-place.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import { envelope } from './envelope.ts'
import { pageRequest } from './page-parameters.ts'
import { addedHeaders } from './taxii-operation.ts'

/** A page of the collection that the path names, of which each version is shown in this way. It is an export. */
export const answerPage = async (
  request: KeyedRequest,
  services: Services,
  shown: (version: TaxiiPage['versions'][number]) => unknown
): Promise<Answer> =>
  answerInPlace(request, services, async () => {
    const taxii = await services.taxii()
    const page = await taxii.page(pageRequest(request, taxii))
    return {
      status: 200,
      headers: addedHeaders(page),
      body: envelope(page, 'objects', shown),
      handsOut: page.indicators
    }
  })
