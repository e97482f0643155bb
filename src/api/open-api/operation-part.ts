import { headersOfAnswer } from '../answer-headers.ts'
import type { Description, KeyedDescription } from '../description.ts'
import { errorsByStatus, expectedErrors } from '../expected-errors.ts'
import { FEATURES, scopesThatDo } from '../security.ts'
import { contentParts } from './content-parts.ts'
import type { DocumentParts } from './document-parts.ts'
import { errorPart } from './error-parts.ts'
import { headerParts } from './header-parts.ts'
import { parameterParts } from './parameter-parts.ts'
import { schemesFor } from './security-schemes.ts'
import type { JsonPart } from './shared-parts.ts'

const answerParts = (described: Description, isHead: boolean, parts: DocumentParts): JsonPart =>
  Object.fromEntries(
    Object.entries(described.answers).map(([status, answer]) => [
      status,
      {
        description: answer.about,
        headers: headerParts(headersOfAnswer(described, answer), described.name, parts),
        ...(isHead || answer.content.length === 0 ? {} : { content: contentParts(answer.content, parts) })
      }
    ])
  )

const errorParts = (described: Description, isHead: boolean, parts: DocumentParts): JsonPart =>
  Object.fromEntries(
    [...errorsByStatus(expectedErrors(described))].map(([status, codes]) => [
      status,
      errorPart(described, status, codes, isHead, parts)
    ])
  )

const bodyPart = ({ body }: KeyedDescription, { schemas }: DocumentParts): JsonPart =>
  body === undefined
    ? {}
    : {
        requestBody: {
          required: !body.isOptional,
          content: { 'application/json': { schema: schemas.of(body.schema), example: body.example } }
        }
      }

const NO_PARAMETERS = { pathParameters: [], parameters: [] }

const parametersOf = (described: Description, parts: DocumentParts): JsonPart => {
  const { pathParameters, parameters } = described.security === 'open' ? NO_PARAMETERS : described
  const all = [
    ...parameterParts(pathParameters, 'path', described.name, parts),
    ...parameterParts(parameters, 'query', described.name, parts),
    ...parameterParts(described.requestHeaders, 'header', described.name, parts)
  ]
  return all.length === 0 ? {} : { parameters: all }
}

/** Who may ask, in words. */
const needs = ({ security }: Description): string => {
  if (security === 'open') return 'Needs no key.'
  const { scope, feature } = security
  const scopes = scopesThatDo(security).map((name) => `\`${name}\``)
  const ofScope = scope === undefined ? 'Needs any key' : `Needs a key with the scope ${scopes.join(' or ')}`
  return feature === undefined ? `${ofScope}.` : `${ofScope}, and a tier that includes ${FEATURES[feature]}.`
}

/** An operation, or the HEAD that comes with a GET, as the document has it. */
export const operationPart = (described: Description, isHead: boolean, parts: DocumentParts): JsonPart => ({
  operationId: isHead ? `${described.name}Head` : described.name,
  tags: [described.tag],
  summary: isHead ? `${described.summary}: the headers alone` : described.summary,
  description: `${described.about}\n\n${needs(described)}`,
  security: schemesFor(described),
  ...parametersOf(described, parts),
  ...(described.security === 'open' ? {} : bodyPart(described, parts)),
  responses: { ...answerParts(described, isHead, parts), ...errorParts(described, isHead, parts) }
})
