import { tagCheck } from '../tag-check.ts'

const FORM = /^[1-5][auk]?$/

/** A level of Summiting the Pyramid. pySigma's `stp_tag`. */
export const stpTag = tagCheck('stp-tag', ({ namespace, name }) =>
  namespace !== 'stp' || FORM.test(name) ? undefined : 'is no level of Summiting the Pyramid; write it like stp.3u'
)
