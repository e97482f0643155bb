import { midnightOf } from '../app/walk-changes.ts'
import type { ExportRequest, ExportVersion, OpenExport } from '../app/exports/export-request.ts'
import { formatInstant } from '../indicator/time.ts'
import { weakTag } from './entity-tag.ts'

/** One export, before anything of it is read. */
export interface ExportPlan<Answered extends OpenExport<unknown>> {
  readonly path: string
  readonly request: ExportRequest
  readonly contentType: string
  /** Headers of 200 and 304 alike. */
  readonly headers?: Readonly<Record<string, string>>
  /** Whether a client may keep the answer until its version changes; otherwise it depends on more than that says. */
  readonly isKept: boolean
  open(request: ExportRequest): Promise<Answered>
  /** Headers that count what is in this answer: 200 only. */
  counts(answered: Answered): Readonly<Record<string, string>>
  /** How many rules or indicators are in this answer. */
  handsOut(answered: Answered): number
  /** A text where it is known whole, else a stream. */
  body(answered: Answered): string | AsyncIterable<string | Uint8Array>
}

/** Headers of a version of an export, of 200 and 304 alike. */
export const makeHeaders = (
  plan: Pick<ExportPlan<never>, 'contentType' | 'headers' | 'isKept'>,
  { tag, lookbackFrom }: ExportVersion
): Record<string, string> => ({
  'Content-Type': plan.contentType,
  Vary: 'Accept-Encoding, Authorization, X-API-Key',
  ...(plan.isKept
    ? { 'Cache-Control': 'private, no-cache', ETag: weakTag(tag) }
    : { 'Cache-Control': 'private, no-store' }),
  'X-Lookback-Since': formatInstant(midnightOf(lookbackFrom)),
  ...plan.headers
})

const known = new WeakMap<ExportVersion, Readonly<Record<string, string>>>()

/** The same, made once for a version that is asked for again with the same plan. */
export const headersOf = (
  plan: Pick<ExportPlan<never>, 'contentType' | 'headers' | 'isKept'>,
  version: ExportVersion
): Readonly<Record<string, string>> => {
  const headers = known.get(version) ?? makeHeaders(plan, version)
  known.set(version, headers)
  return headers
}
