import { remember } from '../../indicator/remember.ts'
import type { Parameters } from '../operation.ts'

const queryOf = remember((parameters: Parameters): string =>
  [...parameters].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
)

/** Path and query of a request, parameters as given. Relative, because only a proxy knows the name clients use. */
export const selfReference = (path: string, parameters: Parameters): string => {
  const query = queryOf(parameters)
  return query === '' ? path : `${path}?${query}`
}

/** The same request from a cursor on; a cursor takes the place of an offset. */
export const nextReference = (path: string, parameters: Parameters, cursor: string): string => {
  const kept = [...parameters].filter(([name]) => name !== 'cursor' && name !== 'offset')
  return selfReference(path, new Map([...kept, ['cursor', cursor]]))
}
