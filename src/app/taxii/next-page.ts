import type { Instant } from '../../indicator/time.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { parsePosition } from '../position-text.ts'

/** How far a client has come in a collection. */
export interface TaxiiPosition {
  /** Behind the last version that it has. */
  readonly position: Instant
  /** Up to here it is sent what lives; from here on, removals as well. */
  readonly start: Instant
}

/** `t1k2j3h4.0.5f2e…`: plain letters and digits, so that it needs no escaping. */
export const writeNext = ({ position, start }: TaxiiPosition, digest: string): string =>
  `t${position.toString(36)}.${start.toString(36)}.${digest}`

/** The refusal of a `next` that leads no further, with the way to start over. */
export const nextRefused = (reason: string): Error => invalidParameter('next', undefined, { reason })

/** Reads a `next` and holds it against the request that it came with. */
export const readNext = (text: string, digest: string): TaxiiPosition => {
  const [head = '', startText = '', given, ...rest] = text.split('.')
  const position = head.startsWith('t') ? parsePosition(head.slice(1)) : undefined
  const start = parsePosition(startText)
  if (position === undefined || start === undefined || given === undefined || rest.length > 0) {
    throw nextRefused('it is not one of this server; take it from the answer before as it stands, or leave it out')
  }
  if (given !== digest) {
    throw nextRefused(
      'it belongs to another collection, other match filters or another key; repeat those of the answer before'
    )
  }
  return { position, start }
}
