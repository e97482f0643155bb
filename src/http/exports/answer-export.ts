import type { OpenExport } from '../../app/exports/export-request.ts'
import type { Answer } from '../answer.ts'
import { answerInPlace } from '../answers/answer-in-place.ts'
import { namesTag } from '../answers/entity-tag.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import { type ExportPlan, headersOf } from './export-plan.ts'
import { nameOf, openAnswer } from './open-answer.ts'

/**
 * Answers an export: 304 without reading an indicator where the caller has it already, else a head
 * and a body, kept or read.
 */
export const answerExport = async <Answered extends OpenExport<unknown>>(
  plan: ExportPlan<Answered>,
  keyed: KeyedRequest,
  services: Services
): Promise<Answer> => {
  const { exports, kept, places } = services
  const { ifNoneMatch, isHead } = keyed
  if (!plan.isCacheable) return answerInPlace(keyed, services, () => openAnswer(plan, keyed, services))
  const version = await exports.version(plan.request, keyed.look)
  if (ifNoneMatch !== undefined && namesTag(ifNoneMatch, version.tag)) {
    return { status: 304, headers: headersOf(plan, version), body: undefined }
  }
  return answerInPlace(keyed, services, () =>
    kept.answer({
      revision: version.revision,
      name: nameOf(plan, keyed, version),
      isHead,
      isGone: keyed.isGone,
      takePlace: () => places.take(),
      open: () => openAnswer(plan, keyed, services)
    })
  )
}
