import { tagCheck } from '../tag-check.ts'

const FORM = /^(?:dfir|emerging-threats|threat-hunting)/

/** What a rule is for. pySigma's `detection_tag`. */
export const detectionTag = tagCheck('detection-tag', ({ namespace, name }) =>
  namespace !== 'detection' || FORM.test(name)
    ? undefined
    : 'is no kind of rule; use dfir, emerging-threats or threat-hunting'
)
