import { z } from 'zod'
import type { Description } from '../api/description.ts'

const NEXT = /^<(\/[^/>\\][^>\\]*)>; rel="next"$/

const CONTINUED = z.object({ more: z.literal(true), next: z.string() })

/** Whether the next page is named in the body, for the parameter `next`: TAXII 2.1 section 3.4. */
const isContinued = (described: Description): boolean =>
  described.security !== 'open' && described.parameters.some(({ name }) => name === 'next')

const isLinked = ({ answers }: Description): boolean =>
  answers[200]?.headers.some(({ name }) => name === 'Link') === true

/** Whether the answers of an operation come in pages. */
export const hasPages = (described: Description): boolean => isLinked(described) || isContinued(described)

const withNext = (target: string, next: string): string => {
  const [path = '', query = ''] = target.split('?', 2)
  const kept = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('next='))
  return `${path}?${[...kept, `next=${encodeURIComponent(next)}`].join('&')}`
}

/**
 * Path and query of the next page after that of a target: by the Link header, RFC 8288, or by the body. One that leads to
 * another server is none.
 */
export const nextTarget = (
  described: Description,
  target: string,
  headers: Headers,
  body: unknown
): string | undefined => {
  if (!isContinued(described)) return NEXT.exec(headers.get('link') ?? '')?.[1]
  const { data } = CONTINUED.safeParse(body)
  return data === undefined ? undefined : withNext(target, data.next)
}
