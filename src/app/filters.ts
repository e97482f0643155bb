import { CONFIDENCES, type Confidence } from '../indicator/confidence.ts'
import { KINDS, type Kind } from '../indicator/kind.ts'
import { nearest } from '../indicator/nearest.ts'
import { parseInstant } from '../indicator/parse-instant.ts'
import { parseSector, SECTORS, type Sector } from '../indicator/sector.ts'
import type { Instant } from '../indicator/time.ts'
import { printable } from '../problem/printable.ts'
import { invalidParameter } from './invalid-parameter.ts'

/** Which indicators a caller wants, from query parameters or flags. Lists are sorted as their sets are, and unique. */
export interface Filters {
  readonly kinds: readonly Kind[] | undefined
  readonly confidences: readonly Confidence[] | undefined
  readonly industries: readonly Sector[] | undefined
  readonly since: Instant | undefined
}

/** Filters as text, by the names that the API and the command line share. */
export interface FilterTexts {
  readonly type?: string | undefined
  readonly confidence?: string | undefined
  readonly industry?: string | undefined
  readonly since?: string | undefined
}

const isOneOf = <T extends string>(set: readonly T[], text: string): text is T => set.some((member) => member === text)

const parseKind = (text: string): Kind | undefined => {
  const name = text === 'mitre_attack' ? 'mitre-attack' : text
  return isOneOf(KINDS, name) ? name : undefined
}

const parseConfidence = (text: string): Confidence | undefined => (isOneOf(CONFIDENCES, text) ? text : undefined)

const whyUnknown = (part: string, isOfList: boolean): string => {
  if (part === '') return isOfList ? 'a part of the list is empty' : 'it is empty'
  return `${isOfList ? printable(part) : 'it'} is not one of the values there are`
}

/** A comma-separated list whose every part is a member of `set`. */
const parseList = <T extends string>(
  parameter: string,
  text: string,
  set: readonly T[],
  parse: (part: string) => T | undefined
): readonly T[] => {
  const parts = text.split(',').map((part) => part.trim())
  const wanted = new Set(
    parts.map((part) => {
      const member = parse(part)
      if (member !== undefined) return member
      throw invalidParameter(parameter, text, {
        reason: whyUnknown(part, parts.length > 1),
        allowed: set,
        nearest: nearest(part, set)
      })
    })
  )
  return set.filter((member) => wanted.has(member))
}

const optional = <T>(text: string | undefined, parse: (given: string) => T): T | undefined =>
  text === undefined ? undefined : parse(text)

/** A moment of the changes, as a poll or an export is bounded by it. */
export const parseMoment = (parameter: string, text: string): Instant => {
  const instant = parseInstant(text)
  if (instant === undefined) {
    throw invalidParameter(parameter, text, {
      reason: 'it is no ISO 8601 timestamp with a zone and no date, or lies outside the years 1970 to 2200',
      allowed: ['2026-05-17T10:00:00Z', '2026-05-17T12:00:00.000001+02:00', '2026-05-17']
    })
  }
  return instant
}

/**
 * Reads filters. A value outside its set is refused with the nearest valid spelling, because a typo must never widen
 * an export. `defaultKinds` stands in where no type is named.
 */
export const parseFilters = (texts: FilterTexts, defaultKinds?: readonly Kind[]): Filters => ({
  kinds: optional(texts.type, (text) => parseList('type', text, KINDS, parseKind)) ?? defaultKinds,
  confidences: optional(texts.confidence, (text) => parseList('confidence', text, CONFIDENCES, parseConfidence)),
  industries: optional(texts.industry, (text) => parseList('industry', text, SECTORS, parseSector)),
  since: optional(texts.since, (text) => parseMoment('since', text))
})
