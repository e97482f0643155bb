import { element, type Html } from './html.ts'
import type { Answer, Json } from './open-api.ts'

/** An error that an operation can answer with. */
export interface Refusal {
  readonly status: string
  readonly code: string
  /** The body of the answer. */
  readonly example: Json
}

/** Where an error stands on the page. */
export const errorAnchor = (code: string): string => `error-${code}`

/** The errors of an answer: its examples are named after their codes. */
export const refusalsOf = (status: string, { content }: Answer): readonly Refusal[] =>
  Object.values(content).flatMap(({ examples }) =>
    Object.entries(examples).map(([code, { value }]) => ({ status, code, example: value }))
  )

/** The codes of the errors that an operation can answer with. */
export const refusalList = (refusals: readonly Refusal[]): Html => {
  const statuses = [...new Set(refusals.map(({ status }) => status))]
  return element(
    'ul',
    { class: 'refusals' },
    statuses.map((status) => {
      const codes = new Set(refusals.filter((refusal) => refusal.status === status).map(({ code }) => code))
      const links = [...codes].map((code) => [
        ' ',
        element('a', { href: `#${errorAnchor(code)}` }, element('code', {}, code))
      ])
      return element('li', {}, element('span', { class: 'status' }, status), links)
    })
  )
}
