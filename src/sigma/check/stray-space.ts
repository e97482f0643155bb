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
const STRAY = /[\t\u0085\u2028\u2029]/

/** The strays, and what begins and ends a comment. */
const TELLING = /[\t\u0085\u2028\u2029#\n]/g

interface Range {
  readonly from: number
  readonly to: number
}

/** Where every scalar that is quoted or a block stands, from the first to the last. */
const protectedRanges = (events: readonly Event[]): readonly Range[] =>
  events.flatMap((event) =>
    event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN
      ? [{ from: event.valueStart, to: event.valueEnd }]
      : []
  )

/** Whether offsets, asked for in ascending order, stand in one of the ranges. */
const createIsIn = (ranges: readonly Range[]): ((at: number) => boolean) => {
  let next = 0
  return (at) => {
    let range = ranges[next]
    while (range !== undefined && range.to <= at) {
      next += 1
      range = ranges[next]
    }
    return range !== undefined && at >= range.from
  }
}

/**
 * Throws where a tab or a foreign end of line stands outside of quotes, blocks and comments: js-yaml lets it pass, and
 * PyYAML, which Sigma's tools read with, gives the whole file up.
 */
export const refuseStraySpace = (text: string, events: readonly Event[]): void => {
  if (!STRAY.test(text)) return
  const isProtected = createIsIn(protectedRanges(events))
  let isComment = false
  for (const { 0: character, index } of text.matchAll(TELLING)) {
    if (character === '\n') {
      isComment = false
    } else if (!isComment && !isProtected(index)) {
      if (character !== '#') throw strayFault(character, index)
      isComment = index === 0 || /\s/.test(text.charAt(index - 1))
    }
  }
}

const strayFault = (character: string, at: number): YamlFault => {
  const what = character === '\t' ? 'a tab' : 'a line or paragraph separator'
  return new YamlFault(at, `${what} stands outside of quotes; write a blank`)
}
