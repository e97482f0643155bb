import type { ExportVersion, OpenExport } from '../../app/exports/export-request.ts'
import { formatInstant } from '../../indicator/time.ts'
import { codedBody } from '../kept/coded-body.ts'
import type { NamedAnswer } from '../kept/kept-answers.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import { type ExportPlan, makeHeaders } from './export-plan.ts'
import { nextReference, selfReference } from './page-reference.ts'

/** The same tag means the same rules; how parameters were written shows in links, and the coding in every byte. */
export const nameOf = (
  { path }: Pick<ExportPlan<never>, 'path'>,
  { parameters, coding }: Pick<KeyedRequest, 'parameters' | 'coding'>,
  { tag }: ExportVersion
): string => `${tag} ${coding()?.name ?? ''} ${selfReference(path, parameters)}`

/** Opens an export; one that is kept is coded here, as its reader wants it. */
export const openAnswer = async <Answered extends OpenExport<unknown>>(
  plan: ExportPlan<Answered>,
  keyed: KeyedRequest,
  { metrics }: Pick<Services, 'metrics'>
): Promise<NamedAnswer> => {
  const { path, request } = plan
  const { parameters } = keyed
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
  const coding = keyed.coding()
  return typeof body === 'string' || coding === undefined || !plan.isCacheable
    ? { ...opened, headers, body }
    : {
        ...opened,
        headers: { ...headers, 'Content-Encoding': coding.name },
        body: codedBody(body, coding),
        isPacked: true
      }
}
