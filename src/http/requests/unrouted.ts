import type { Description } from '../../api/description.ts'
import { nearest } from '../../indicator/nearest.ts'
import type { PublicError } from '../errors/public-error.ts'
import { fitsTemplate } from './path-template.ts'

/** The methods that an operation answers. */
export const methodsOf = ({ method }: Pick<Description, 'method'>): readonly string[] =>
  method === 'GET' ? ['GET', 'HEAD'] : [method]

/** The methods that a path takes; none where there is no such path. */
export const allowedMethods = (path: string, operations: readonly Description[]): readonly string[] => {
  const wanted = decodeURI(path)
  return [...new Set(operations.filter(({ path: template }) => fitsTemplate(template, wanted)).flatMap(methodsOf))]
}

/**
 * The refusal of a request that no operation takes: another method of a path that exists, or no such path. Paths with
 * broken percent-encoding never come here.
 */
export const unrouted = (method: string, path: string, operations: readonly Description[]): PublicError => {
  const wanted = decodeURI(path)
  const allowed = allowedMethods(path, operations)
  if (allowed.length > 0) {
    return {
      status: 405,
      code: 'method_not_allowed',
      message: `${wanted} takes ${allowed.join(', ')}, not ${method}.`,
      details: { allowed }
    }
  }
  const hint = nearest(wanted, [...new Set(operations.map((operation) => operation.path))])
  return {
    status: 404,
    code: 'not_found',
    message: `There is no such path.${hint === undefined ? '' : ` Did you mean ${hint}?`}`,
    details: hint === undefined ? undefined : { nearest: hint }
  }
}
