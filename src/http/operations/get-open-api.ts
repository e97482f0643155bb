import { GET_OPEN_API } from '../../api/operations/get-open-api.ts'
import { answerOpenText } from '../answers/answer-text.ts'
import { openOperation } from '../operation.ts'

/** What the operations take and answer, for programs. */
export const getOpenApi = openOperation(GET_OPEN_API, async (services, request) =>
  answerOpenText({ text: await services.openApi(), contentType: 'application/json; charset=utf-8' }, request, services)
)
