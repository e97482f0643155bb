import { midnightOf } from '../app/walk-changes.ts'
import type { ExportRequest, ExportVersion, OpenExport } from '../app/exports/export-request.ts'
import { formatInstant } from '../indicator/time.ts'
import type { Answer } from './answer.ts'
import { answerInPlace } from './answer-in-place.ts'
import { namesTag, weakTag } from './entity-tag.ts'
import type { KeyedRequest, Services } from './operation.ts'
import { nextReference } from './page-reference.ts'

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
  body(answered: Answered): string | AsyncIterable<string>
}

const headersOf = (
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

/** Answers an export: 304 without reading an indicator where the caller has it already, else a head and a stream. */
export const answerExport = async <Answered extends OpenExport<unknown>>(
  plan: ExportPlan<Answered>,
  keyed: KeyedRequest,
  services: Services
): Promise<Answer> => {
  const { path, request } = plan
  const { parameters, ifNoneMatch } = keyed
  if (plan.isKept && ifNoneMatch !== undefined) {
    const version = await services.exports.version(request)
    if (namesTag(ifNoneMatch, version.tag)) return { status: 304, headers: headersOf(plan, version), body: undefined }
  }
  return answerInPlace(keyed, services, async () => {
    const answered = await plan.open(request)
    const { nextCursor, nextSince } = answered
    const link = nextCursor === undefined ? undefined : `<${nextReference(path, parameters, nextCursor)}>; rel="next"`
    return {
      status: 200,
      headers: {
        ...headersOf(plan, answered),
        ...plan.counts(answered),
        'X-Next-Since': formatInstant(nextSince),
        ...(link === undefined ? {} : { Link: link })
      },
      body: plan.body(answered),
      handsOut: plan.handsOut(answered),
      close: async () => answered.close()
    }
  })
}
