import { lookbackFrom, midnightOf } from '../app/change-walk.ts'
import type { Export, ExportRequest } from '../app/exports.ts'
import { formatInstant } from '../indicator/time.ts'
import type { Answer } from './answer.ts'
import { namesTag, weakTag } from './entity-tag.ts'
import type { KeyedRequest, Services } from './operation.ts'
import { nextReference } from './page-reference.ts'

/** One export, before anything of it is read. */
export interface ExportPlan<Answered extends Export<unknown>> {
  readonly path: string
  readonly request: ExportRequest
  readonly contentType: string
  /** Headers of 200 and 304 alike. */
  readonly headers?: Readonly<Record<string, string>>
  open(request: ExportRequest): Promise<Answered>
  /** Headers that count what is in this answer: 200 only. */
  counts(answered: Answered): Readonly<Record<string, string>>
  body(answered: Answered): AsyncIterable<string>
}

const headersOf = (
  plan: Pick<ExportPlan<never>, 'contentType' | 'headers'>,
  tag: string,
  lookback: number
): Record<string, string> => ({
  'Content-Type': plan.contentType,
  Vary: 'Accept-Encoding, Authorization, X-API-Key',
  'Cache-Control': 'private, no-cache',
  ETag: weakTag(tag),
  'X-Lookback-Since': formatInstant(midnightOf(lookback)),
  ...plan.headers
})

/** Answers an export: 304 without reading an indicator where the caller has it already, else a head and a stream. */
export const answerExport = async <Answered extends Export<unknown>>(
  plan: ExportPlan<Answered>,
  { parameters, ifNoneMatch }: KeyedRequest,
  { exports, clock }: Services
): Promise<Answer> => {
  const { path, request } = plan
  if (ifNoneMatch !== undefined) {
    const tag = await exports.tag(request)
    if (namesTag(ifNoneMatch, tag)) {
      const headers = headersOf(plan, tag, lookbackFrom(clock.now(), request.tier))
      return { status: 304, headers, body: undefined }
    }
  }
  const answered = await plan.open(request)
  const { tag, lookbackFrom: lookback, nextCursor, nextSince } = answered
  const link = nextCursor === undefined ? undefined : `<${nextReference(path, parameters, nextCursor)}>; rel="next"`
  return {
    status: 200,
    headers: {
      ...headersOf(plan, tag, lookback),
      ...plan.counts(answered),
      'X-Next-Since': formatInstant(nextSince),
      ...(link === undefined ? {} : { Link: link })
    },
    body: plan.body(answered),
    close: async () => {
      await answered.close()
    }
  }
}
