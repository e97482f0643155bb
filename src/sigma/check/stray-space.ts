import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml'
import { YamlFault } from './yaml-fault.ts'

/** PyYAML's `Reader.NON_PRINTABLE`: what cannot stand in YAML at all. js-yaml looks for it in values only. */
const UNPRINTABLE = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Throws where a character stands that YAML does not have. */
export const refuseUnprintable = (text: string): void => {
  const at = text.search(UNPRINTABLE)
  if (at >= 0) throw new YamlFault(at, 'a control character stands there; take it out, or escape it in double quotes')
}

/** A tab, and what only YAML 1.1 takes for the end of a line. */
const STRAY = /[\t\u0085\u2028\u2029]/g

interface Range {
  readonly from: number
  readonly to: number
}

/** Where every scalar that is quoted or a block stands. */
const protectedRanges = (events: readonly Event[]): readonly Range[] =>
  events.flatMap((event) =>
    event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN
      ? [{ from: event.valueStart, to: event.valueEnd }]
      : []
  )

/** Whether a comment that begins outside of all ranges reaches an offset. */
const isInComment = (text: string, at: number, isProtected: (at: number) => boolean): boolean => {
  const begin = text.lastIndexOf('\n', at) + 1
  for (let hash = text.indexOf('#', begin); hash >= 0 && hash < at; hash = text.indexOf('#', hash + 1)) {
    if ((hash === begin || /\s/.test(text.charAt(hash - 1))) && !isProtected(hash)) return true
  }
  return false
}

/**
 * Throws where a tab or a foreign end of line stands outside of quotes, blocks and comments: js-yaml lets it pass, and
 * PyYAML, which Sigma's tools read with, gives the whole file up.
 */
export const refuseStraySpace = (text: string, events: readonly Event[]): void => {
  if (text.search(STRAY) < 0) return
  const ranges = protectedRanges(events)
  const isProtected = (at: number): boolean => ranges.some(({ from, to }) => at >= from && at < to)
  for (const { 0: character, index } of text.matchAll(STRAY)) {
    if (isProtected(index) || isInComment(text, index, isProtected)) continue
    const what = character === '\t' ? 'a tab' : 'a line or paragraph separator'
    throw new YamlFault(index, `${what} stands outside of quotes; write a blank`)
  }
}
