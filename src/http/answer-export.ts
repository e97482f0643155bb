import { midnightOf } from '../app/walk-changes.ts'
import type { ExportRequest, ExportVersion, OpenExport } from '../app/exports/export-request.ts'
import { formatInstant } from '../indicator/time.ts'
import type { Answer } from './answer.ts'
import { answerInPlace } from './answer-in-place.ts'
import { namesTag, weakTag } from './entity-tag.ts'
import { codedBody } from './kept/coded-body.ts'
import type { NamedAnswer } from './kept/kept-answers.ts'
import type { KeyedRequest, Services } from './operation.ts'
import { nextReference, selfReference } from './page-reference.ts'

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

const makeHeaders = (
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

/** Those of a version that was asked for before, with the same plan. */
const known = new WeakMap<ExportVersion, Readonly<Record<string, string>>>()

const headersOf = (
  plan: Pick<ExportPlan<never>, 'contentType' | 'headers' | 'isKept'>,
  version: ExportVersion
): Readonly<Record<string, string>> => {
  const headers = known.get(version) ?? makeHeaders(plan, version)
  known.set(version, headers)
  return headers
}

/** The same tag means the same rules; how parameters were written shows in links, and the coding in every byte. */
const nameOf = (
  { path }: Pick<ExportPlan<never>, 'path'>,
  { parameters, coding }: Pick<KeyedRequest, 'parameters' | 'coding'>,
  { tag }: ExportVersion
): string => `${tag} ${coding?.name ?? ''} ${selfReference(path, parameters)}`

/** Opens an export, whose body is coded as its reader wants it. */
const openAnswer = async <Answered extends OpenExport<unknown>>(
  plan: ExportPlan<Answered>,
  keyed: KeyedRequest,
  { metrics }: Pick<Services, 'metrics'>
): Promise<NamedAnswer> => {
  const { path, request } = plan
  const { parameters, coding } = keyed
  const answered = await plan.open(request)
  metrics.opened(`GET ${path}`)
  const { nextCursor, nextSince, revision } = answered
  const link = nextCursor === undefined ? undefined : `<${nextReference(path, parameters, nextCursor)}>; rel="next"`
  const headers = {
    ...makeHeaders(plan, answered),
    ...plan.counts(answered),
    'X-Next-Since': formatInstant(nextSince),
    ...(link === undefined ? {} : { Link: link })
  }
  const opened = {
    name: nameOf(plan, keyed, answered),
    revision,
    status: 200,
    handsOut: plan.handsOut(answered),
    close: () => answered.close()
  }
  const body = plan.body(answered)
  return typeof body === 'string' || coding === undefined
    ? { ...opened, headers, body }
    : {
        ...opened,
        headers: { ...headers, 'Content-Encoding': coding.name },
        body: codedBody(body, coding),
        isPacked: true
      }
}

/** Answers an export: 304 without reading an indicator where the caller has it already, else a head and a stream. */
export const answerExport = async <Answered extends OpenExport<unknown>>(
  plan: ExportPlan<Answered>,
  keyed: KeyedRequest,
  services: Services
): Promise<Answer> => {
  const { exports, kept } = services
  const { ifNoneMatch, isHead } = keyed
  if (!plan.isKept) return answerInPlace(keyed, services, () => openAnswer(plan, keyed, services))
  const version = await exports.version(plan.request, keyed.look)
  if (ifNoneMatch !== undefined && namesTag(ifNoneMatch, version.tag)) {
    return { status: 304, headers: headersOf(plan, version), body: undefined }
  }
  return answerInPlace(keyed, services, () =>
    kept.answer({
      revision: version.revision,
      name: nameOf(plan, keyed, version),
      isHead,
      takePlace: () => exports.takePlace(),
      open: () => openAnswer(plan, keyed, services)
    })
  )
}
