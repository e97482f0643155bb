import type { Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { parsePosition } from '../position-text.ts'

/** How far a client of the changes feed has come. */
export interface ChangeCursor {
  /** The last position that it has. */
  readonly position: Instant
  /** Up to here it is sent what lives; from here on, every change. */
  readonly start: Instant
}

/** What must be the same when a client goes on. */
export interface ChangeDigests {
  /** Of the filters and what the key may see. */
  readonly filters: string
  /** Of everything besides data that shapes bytes: publisher, program, ATT&CK, settings. */
  readonly shape: string
}

/** `c1k2j3h4.0.5f2e….91ab…`: plain letters and digits, so that it needs no escaping. */
export const writeChangeCursor = ({ position, start }: ChangeCursor, { filters, shape }: ChangeDigests): string =>
  `c${position.toString(36)}.${start.toString(36)}.${filters}.${shape}`

/** The refusal of a cursor that no longer leads anywhere, with the way to start over. */
export const cursorExpired = (because: string): Problem =>
  new Problem(
    'cursor_expired',
    `The cursor leads no further: ${because}. Start over without cursor and since, and replace all rules that you have by what comes; sigmill sync does so by itself.`
  )

/** Reads a cursor and holds it against the request it came with. */
export const readChangeCursor = (text: string, digests: ChangeDigests): ChangeCursor => {
  const [head = '', startText = '', filters = '', shape = '', ...rest] = text.split('.')
  const position = head.startsWith('c') ? parsePosition(head.slice(1)) : undefined
  const start = parsePosition(startText)
  if (position === undefined || start === undefined || filters === '' || shape === '' || rest.length > 0) {
    throw invalidParameter('cursor', text, {
      reason: 'it is not a cursor of this feed; take it from a line or a Link header as it stands, or leave it out'
    })
  }
  if (shape !== digests.shape) {
    throw cursorExpired('rules are written differently since the program, its settings or ATT&CK changed')
  }
  if (filters !== digests.filters) {
    throw invalidParameter('cursor', text, {
      reason:
        'it belongs to other filters or another key; repeat the parameters of the request that gave it (only limit and wait may differ), or leave it out'
    })
  }
  return { position, start }
}
