import { nearest } from '../indicator/nearest.ts'
import type { Operation } from './operation.ts'
import { fitsTemplate } from './path-template.ts'
import type { PublicError } from './public-error.ts'

/** The methods of every path of the API. */
export const ALLOW = 'GET, HEAD'

/**
 * The refusal of a request that no operation takes: another method of a path that exists, or no such path. Paths with
 * broken percent-encoding never come here.
 */
export const unrouted = (method: string, path: string, operations: readonly Operation[]): PublicError => {
  const wanted = decodeURI(path)
  const paths = operations.map((operation) => operation.path)
  if (paths.some((template) => fitsTemplate(template, wanted))) {
    return {
      status: 405,
      code: 'method_not_allowed',
      message: `${wanted} takes ${ALLOW}, not ${method}.`,
      details: { allowed: ALLOW.split(', ') }
    }
  }
  const hint = nearest(wanted, paths)
  return {
    status: 404,
    code: 'not_found',
    message: `There is no such path.${hint === undefined ? '' : ` Did you mean ${hint}?`}`,
    details: hint === undefined ? undefined : { nearest: hint }
  }
}
