import { tagCheck } from '../tag-check.ts'

const FORM = /^\d{4}-\d{2}-\d{3}$/

/** An analytic of MITRE's CAR. pySigma's `car_tag`. */
export const carTag = tagCheck('car-tag', ({ namespace, name }) =>
  namespace !== 'car' || FORM.test(name) ? undefined : 'is no CAR analytic; write it like car.2016-04-005'
)
