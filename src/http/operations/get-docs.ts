import { GET_DOCS } from '../../api/operations/get-docs.ts'
import { STYLE } from '../../reference/style.ts'
import { answerOpenText } from '../answers/answer-text.ts'
import { pageHeaders } from '../documents/page-headers.ts'
import { openOperation } from '../operation.ts'

/** What the operations take and answer, for people. */
export const getDocs = openOperation(GET_DOCS, async (services, request) => {
  const page = { text: await services.reference(), contentType: 'text/html; charset=utf-8' }
  const answer = answerOpenText(page, request, services)
  return { ...answer, headers: { ...answer.headers, ...pageHeaders(STYLE, services) } }
})
