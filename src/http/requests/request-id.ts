import type { AppParts } from '../app-parts.ts'

const DIGITS = 24

/** So many ids are made of one look at the source of randomness, which costs more than all else of an id. */
const IDS_AT_ONCE = 256

/** Gives fresh names for requests: `req_` and 24 hex digits. */
export const createRequestIds = ({ crypto }: Pick<AppParts, 'crypto'>): (() => string) => {
  let digits = ''
  let used = 0
  return () => {
    if (used === digits.length) {
      digits = Buffer.from(crypto.randomBytes((IDS_AT_ONCE * DIGITS) / 2)).toString('hex')
      used = 0
    }
    used += DIGITS
    return `req_${digits.slice(used - DIGITS, used)}`
  }
}
