import { headersOfAnswer } from '../answer-headers.ts'
import type { Description, KeyedDescription } from '../description.ts'
import { errorsByStatus, expectedErrors } from '../expected-errors.ts'
import { FEATURES } from '../security.ts'
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
        headers: headerParts(headersOfAnswer(described, answer), parts),
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

const parametersOf = (described: KeyedDescription, parts: DocumentParts): JsonPart => {
  const { pathParameters, parameters, requestHeaders } = described
  const all = [
    ...parameterParts(pathParameters, 'path', parts),
    ...parameterParts(parameters, 'query', parts),
    ...parameterParts(requestHeaders, 'header', parts)
  ]
  return all.length === 0 ? {} : { parameters: all }
}

/** Who may ask, in words. */
const needs = ({ security }: Description): string => {
  if (security === 'open') return 'Needs no key.'
  const { scope, feature } = security
  const ofScope = scope === undefined ? 'Needs any key' : `Needs a key with the scope \`${scope}\``
  return feature === undefined ? `${ofScope}.` : `${ofScope}, and a tier that includes ${FEATURES[feature]}.`
}

/** An operation, or the HEAD that comes with a GET, as the document has it. */
export const operationPart = (described: Description, isHead: boolean, parts: DocumentParts): JsonPart => ({
  operationId: isHead ? `${described.name}Head` : described.name,
  tags: [described.tag],
  summary: isHead ? `${described.summary}: the headers alone` : described.summary,
  description: `${described.about}\n\n${needs(described)}`,
  security: schemesFor(described),
  ...(described.security === 'open' ? {} : { ...parametersOf(described, parts), ...bodyPart(described, parts) }),
  responses: { ...answerParts(described, isHead, parts), ...errorParts(described, isHead, parts) }
})
