import type { ExportRequest, ExportVersion, OpenExport } from '../../app/exports/export-request.ts'
import { midnightOf } from '../../app/walk-changes.ts'
import { formatInstant } from '../../indicator/time.ts'
import { weakTag } from '../answers/entity-tag.ts'

/** One export, before anything of it is read. */
export interface ExportPlan<Answered extends OpenExport<unknown>> {
  readonly path: string
  readonly request: ExportRequest
  readonly contentType: string
  /** Headers of 200 and 304 alike. */
  readonly headers?: Readonly<Record<string, string>>
  /** Whether a client may keep the answer until its version changes; otherwise it depends on more than that says. */
  readonly isCacheable: boolean
  open(request: ExportRequest): Promise<Answered>
  /** Headers that count what is in this answer: 200 only. */
  counts(answered: Answered): Readonly<Record<string, string>>
  /** How many rules or indicators are in this answer. */
  handsOut(answered: Answered): number
  /** A text where it is known whole, else a stream. */
  body(answered: Answered): string | AsyncIterable<string | Uint8Array>
}

/** What a plan adds to the headers of a version. */
type Shape = Pick<ExportPlan<never>, 'contentType' | 'headers' | 'isCacheable'>

/** Headers of a version of an export, of 200 and 304 alike. */
export const makeHeaders = (plan: Shape, { tag, lookbackFrom }: ExportVersion): Record<string, string> => ({
  'Content-Type': plan.contentType,
  Vary: 'Accept-Encoding, Authorization, X-API-Key',
  ...(plan.isCacheable
    ? { 'Cache-Control': 'private, no-cache', ETag: weakTag(tag) }
    : { 'Cache-Control': 'private, no-store' }),
  'X-Lookback-Since': formatInstant(midnightOf(lookbackFrom)),
  ...plan.headers
})

interface Made {
  readonly shape: Shape
  readonly headers: Readonly<Record<string, string>>
}

const known = new WeakMap<ExportVersion, Made>()

const isOf = ({ shape }: Made, { contentType, headers, isCacheable }: Shape): boolean =>
  shape.contentType === contentType && shape.headers === headers && shape.isCacheable === isCacheable

/** The same, made once for a version that is asked for again in the same shape. */
export const headersOf = (plan: Shape, version: ExportVersion): Readonly<Record<string, string>> => {
  const before = known.get(version)
  if (before !== undefined && isOf(before, plan)) return before.headers
  const headers = makeHeaders(plan, version)
  known.set(version, { shape: plan, headers })
  return headers
}
