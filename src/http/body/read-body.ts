import type { IncomingMessage } from 'node:http'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { SetHeader } from '../answers/set-header.ts'
import type { JsonObject, KeyedOperation } from '../operation.ts'
import { readBodyText } from './body-text.ts'
import { hasBody } from './has-body.ts'
import { readMembers } from './json-members.ts'
import { parseJsonObject } from './parse-json-object.ts'

const JSON_TYPE = 'application/json'

const headerOf = (rawHeaders: readonly string[], name: string): string => {
  const at = rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name)
  return at < 0 ? '' : (rawHeaders[at + 1] ?? '')
}

const requireJson = ({ rawHeaders }: IncomingMessage): void => {
  const type = headerOf(rawHeaders, 'content-type')
  const [media = ''] = type.split(';')
  const coding = headerOf(rawHeaders, 'content-encoding')
  if (media.trim().toLowerCase() === JSON_TYPE && (coding === '' || coding === 'identity')) return
  const given = coding === '' ? printable(type) : `${printable(type)} in ${printable(coding)}`
  throw new Problem(
    'unsupported_media_type',
    `The request body is ${type === '' ? 'of no stated type' : given}; send it as Content-Type: ${JSON_TYPE}, not compressed.`,
    { details: { allowed: [JSON_TYPE] } }
  )
}

/** The body that an operation takes. One that it does not take is refused. */
export const readBody = async (
  { body, method }: KeyedOperation,
  request: IncomingMessage,
  setHeader: SetHeader
): Promise<JsonObject> => {
  if (body === undefined) {
    if (!hasBody(request.headers)) return {}
    throw new Problem('request_too_large', `This ${method} request takes no body.`)
  }
  if (body.isOptional && !hasBody(request.headers)) return {}
  requireJson(request)
  const text = await readBodyText(request, () => setHeader('Connection', 'close'))
  return readMembers(body.schema, parseJsonObject(text))
}
