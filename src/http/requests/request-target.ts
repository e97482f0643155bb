/** A request target in its parts, both still encoded. */
export interface RequestTarget {
  readonly path: string
  /** Without the question mark; empty where there is none. */
  readonly query: string
}

/** Takes scheme and authority off a target in absolute form, which every server must accept: RFC 9112, section 3.2.2. */
export const originForm = (target: string): string => {
  if (target.startsWith('/')) return target
  const match = /^https?:\/\/[^/?#]*/i.exec(target)
  if (match === null) return target
  const rest = target.slice(match[0].length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Splits a target in origin form at its question mark. */
export const splitTarget = (target: string): RequestTarget => {
  const mark = target.indexOf('?')
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) }
}
