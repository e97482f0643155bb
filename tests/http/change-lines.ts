import { nextPageOf, type Asked } from './ask.ts'

/** Where the changes feed is. */
export const CHANGES = '/api/v1/iocs/sigma/changes'

/** A line of the changes feed. */
export interface Line {
  readonly op: 'put' | 'remove'
  readonly rule_id: string
  readonly indicator: { readonly type: string; readonly value: string }
  readonly at: string
  readonly reason: string
  readonly rule?: string
  readonly cursor: string
}

/** The lines of an answer. */
export const linesOf = ({ text }: Pick<Asked, 'text'>): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

/** What a line comes to, in short. */
export const shortOf = ({ op, indicator, reason }: Line): string => `${op} ${indicator.value} ${reason}`

/** Where the feed goes on, which every answer says. */
export const nextOf = (answer: Asked): string => {
  const next = nextPageOf(answer)
  if (next === undefined) throw new Error(`no Link: ${answer.text}`)
  return next
}
