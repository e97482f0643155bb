import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'

const SECONDS = /^[0-9]{1,9}$/
const HTTP_DATE = /^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/

/** The seconds to wait by a `Retry-After` header, in either form (RFC 9110 section 10.2.3); `undefined` for neither. */
export const parseRetryAfter = (text: string, now: Instant): number | undefined => {
  if (SECONDS.test(text)) return Number(text)
  const then = HTTP_DATE.test(text) ? Date.parse(text) / 1_000 : Number.NaN
  return Number.isNaN(then) ? undefined : Math.max(0, Math.ceil(then - now / INSTANTS_PER_SECOND))
}
