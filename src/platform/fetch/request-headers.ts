import { validateHeaderName, validateHeaderValue } from 'node:http'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'

/** A header of a request. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** Headers by which a request would become another one than was checked, or its answer one that is not understood. */
const OWN = new Set(
  'accept-encoding connection content-length expect host if-modified-since if-none-match keep-alive range te trailer transfer-encoding upgrade'.split(
    ' '
  )
)

/** The headers, where all of them can be sent. Throws `invalid_parameter`, which names the header and never its value. */
export const checkedHeaders = (headers: readonly Header[]): readonly Header[] => {
  for (const { name, value } of headers) {
    if (OWN.has(name.toLowerCase())) throw badHeader(name, 'is set by the program itself. Leave it out')
    if (!isSent(name, value)) throw badHeader(name, 'has a name or value with characters that no header may hold')
  }
  return headers
}

const isSent = (name: string, value: string): boolean => {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  } catch {
    return false
  }
}

const badHeader = (name: string, reason: string): Problem =>
  new Problem('invalid_parameter', `The header ${printable(name)} ${reason}.`, { details: { parameter: 'header' } })
