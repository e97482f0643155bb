import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { z } from 'zod'
import { headersOfAnswer, headersOfError } from '../../src/api/answer-headers.ts'
import type { Content } from '../../src/api/content.ts'
import type { AnswerDescription, Description } from '../../src/api/description.ts'
import { DESCRIPTIONS } from '../../src/api/descriptions.ts'
import { type ErrorCode, isErrorCode } from '../../src/api/errors.ts'
import { errorsByStatus, expectedErrors, UNREAD } from '../../src/api/expected-errors.ts'
import type { Header } from '../../src/api/header.ts'
import { ERROR_SCHEMAS, TAXII_ERROR_SCHEMAS } from '../../src/api/schemas/error.ts'
import { TAXII_TYPE } from '../../src/api/schemas/taxii.ts'
import { fitsTemplate } from '../../src/http/requests/path-template.ts'
import { originForm, splitTarget } from '../../src/http/requests/request-target.ts'
import type { Asked } from './ask.ts'

/** What of a request says which operation it is for. */
interface Target {
  readonly method: string
  readonly path: string
}

/** Says how an answer is carried, not what it is. */
const OF_TRANSPORT = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding'
])

const describedFor = ({ method, path }: Target, described: readonly Description[]): Description | undefined => {
  const wanted = method === 'HEAD' ? 'GET' : method
  const given = splitTarget(originForm(path)).path
  const decoded = /%(?![0-9a-f]{2})/i.test(given) ? given : decodeURI(given)
  const fitting = described.filter((one) => one.method === wanted && fitsTemplate(one.path, decoded))
  // As the router does: a path that is written out counts before one with a name in it.
  return fitting.find((one) => one.path === decoded) ?? fitting[0]
}

const faultsOf = (schema: z.ZodType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

const takes = (schema: z.ZodType, text: string): boolean =>
  schema.safeParse(text).success || schema.safeParse(Number(text)).success

const headerFaults = ({ headers }: Asked, described: readonly Header[]): readonly string[] => {
  const byName = new Map(described.map((header) => [header.name.toLowerCase(), header]))
  const strange = Object.entries(headers).flatMap(([name, value]) => {
    if (OF_TRANSPORT.has(name)) return []
    const header = byName.get(name)
    if (header === undefined) return [`the header ${name} is not described`]
    return takes(header.schema, String(value)) ? [] : [`the header ${name} is ${String(value)}`]
  })
  const missing = [...byName].filter(([name, { isAlways }]) => isAlways && headers[name] === undefined)
  return [...strange, ...missing.map(([name]) => `the header ${name} is missing`)]
}

const DECODERS = { gzip: gunzipSync, br: brotliDecompressSync } as const

const textOf = ({ headers, bytes }: Asked): string => {
  const coding = headers['content-encoding']
  return (coding === 'gzip' || coding === 'br' ? DECODERS[coding](bytes) : bytes).toString('utf8')
}

const documentsOf = (form: Content['form'], text: string): readonly unknown[] => {
  if (form === 'json') return [JSON.parse(text)]
  const begin = form === 'events' ? 'data: ' : ''
  const wanted = text.split('\n').filter((line) => line !== '' && line.startsWith(begin))
  return wanted.map((line): unknown => JSON.parse(line.slice(begin.length)))
}

const contentFaults = (answer: Asked, contents: readonly Content[]): readonly string[] => {
  if (contents.length === 0) return answer.bytes.length === 0 ? [] : ['there is a body']
  const content = contents.find(({ type }) => type === answer.headers['content-type'])
  if (content === undefined) return [`it is of type ${answer.headers['content-type']}`]
  if (content.form === 'text' || content.form === 'bytes') return []
  return documentsOf(content.form, textOf(answer)).flatMap((value) => faultsOf(content.schema, value))
}

const codeOf = (value: unknown): string => {
  const { error_code: taxii, error } = value as { readonly error_code?: string; readonly error?: { code?: string } }
  return taxii ?? error?.code ?? ''
}

const errorBodyFaults = (answer: Asked, codes: readonly ErrorCode[], isTaxii: boolean): readonly string[] => {
  const value: unknown = JSON.parse(answer.text)
  const code = codeOf(value)
  if (!isErrorCode(code) || !codes.includes(code)) return [`the code ${code} is not described`]
  const asTaxii = answer.headers['content-type'] === TAXII_TYPE
  if (asTaxii !== isTaxii && !UNREAD.includes(code)) return [`it is of type ${answer.headers['content-type']}`]
  const schema = (asTaxii ? TAXII_ERROR_SCHEMAS : ERROR_SCHEMAS).get(code)
  return schema === undefined ? [`${code} has no schema`] : faultsOf(schema, value)
}

const errorFaults = (answer: Asked, codes: readonly ErrorCode[], described: Description, isHead: boolean) => [
  ...headerFaults(answer, headersOfError(described, answer.status)),
  ...(isHead ? [] : errorBodyFaults(answer, codes, described.tag === 'TAXII'))
]

const answerFaults = (answer: Asked, promised: AnswerDescription, described: Description, isHead: boolean) => [
  ...headerFaults(answer, headersOfAnswer(described, promised)),
  ...(isHead ? [] : contentFaults(answer, promised.content))
]

/** In which ways an answer is not what a description promises. */
export const faultsAgainst = (answer: Asked, described: Description, isHead: boolean): readonly string[] => {
  const promised: AnswerDescription | undefined = described.answers[answer.status]
  if (promised !== undefined) return answerFaults(answer, promised, described, isHead)
  const codes = errorsByStatus(expectedErrors(described)).get(answer.status)
  return codes === undefined ? ['the status is not described'] : errorFaults(answer, codes, described, isHead)
}

/** What becomes of requests that are for no operation. */
const UNROUTED: Readonly<Record<number, readonly ErrorCode[]>> = {
  400: ['invalid_parameter'],
  404: ['not_found'],
  405: ['method_not_allowed'],
  408: ['timeout'],
  413: ['request_too_large'],
  414: ['request_too_large'],
  429: ['too_many_failures'],
  431: ['request_too_large']
}

const unroutedFaults = (answer: Asked, isHead: boolean): readonly string[] => {
  const codes = UNROUTED[answer.status]
  if (codes === undefined) return ['no operation is described']
  const headers = headerFaults(answer, headersOfError({ security: 'open' }, answer.status))
  const isTaxii = answer.headers['content-type'] === TAXII_TYPE
  return [...headers, ...(isHead ? [] : errorBodyFaults(answer, codes, isTaxii))]
}

/**
 * Fails where an answer is none that the descriptions promise to this request: by status, headers, media type, code of
 * an error and members of its JSON.
 */
export const requireDescribed = (
  target: Target,
  answer: Asked,
  descriptions: readonly Description[] = DESCRIPTIONS
): void => {
  const isHead = target.method === 'HEAD'
  const described = describedFor(target, descriptions)
  const faults = described === undefined ? unroutedFaults(answer, isHead) : faultsAgainst(answer, described, isHead)
  if (faults.length === 0) return
  const shown = [`${target.method} ${target.path} answers ${answer.status}:`, ...faults, answer.text.slice(0, 500)]
  throw new Error(shown.join('\n'))
}
