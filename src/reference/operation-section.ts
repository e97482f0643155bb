import { answerSection } from './answer-section.ts'
import { bodySection } from './body-section.ts'
import { curlLine } from './curl-line.ts'
import { codeBlock } from './example-block.ts'
import { element, type Html } from './html.ts'
import type { Operation } from './open-api.ts'
import type { PlacedOperation } from './operation-group.ts'
import { parameterList } from './parameter-list.ts'
import { paragraphs, prose } from './prose.ts'
import { type Refusal, refusalList, refusalsOf } from './refusals.ts'
import type { Resolvers } from './resolver.ts'

/** The errors among answers by status. */
export const refusalsAmong = (responses: Operation['responses'], { answer }: Resolvers): readonly Refusal[] =>
  Object.entries(responses).flatMap(([status, given]) => refusalsOf(status, answer(given)))

const isRefusal = (status: string): boolean => status.startsWith('4') || status.startsWith('5')

/** What there is to know of an operation. */
export const operationSection = ({ method, path, operation }: PlacedOperation, resolvers: Resolvers): Html => {
  const { operationId, summary, description, requestBody: body, security } = operation
  const parameters = operation.parameters.map(resolvers.parameter)
  const example = Object.values(body?.content ?? {}).map((media) => media.example)[0]
  const needsKey = security.length > 0
  return element(
    'article',
    { class: 'operation', id: operationId, 'aria-labelledby': `${operationId}-title` },
    element('h3', { id: `${operationId}-title` }, element('a', { href: `#${operationId}` }, prose(summary))),
    element(
      'p',
      { class: 'endpoint' },
      element('code', {}, element('span', { class: `method ${method.toLowerCase()}` }, method), ` ${path}`)
    ),
    paragraphs(description),
    codeBlock('A request', curlLine({ method, path, parameters, body: example, needsKey })),
    parameterList(parameters, resolvers.schema),
    body === undefined ? [] : bodySection(body, resolvers),
    element('h4', {}, 'Answers'),
    Object.entries(operation.responses)
      .filter(([status]) => !isRefusal(status))
      .map(([status, given]) => answerSection(status, resolvers.answer(given), resolvers)),
    element('h4', {}, 'Errors'),
    refusalList(refusalsAmong(operation.responses, resolvers))
  )
}
