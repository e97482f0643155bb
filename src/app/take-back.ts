import type { RawReject } from '../indicator/raw-indicator.ts'
import { isRejection } from '../indicator/rejection.ts'
import { EMPTY_CONTEXT } from '../indicator/make-context.ts'
import type { Day } from '../indicator/time.ts'
import type { Sighting } from '../store/indicator-store.ts'
import { identify } from './accept.ts'

/** The sighting by which a feed takes a value back; `undefined` where the record names none of our kinds. */
export const takeBack = ({ takesBack }: RawReject, feed: string, file: number, today: Day): Sighting | undefined => {
  if (takesBack === undefined) return undefined
  const identified = identify(takesBack)
  if (isRejection(identified)) return undefined
  const { kind, value } = identified
  return {
    kind,
    value,
    file,
    takenBack: true,
    times: 1,
    source: {
      feed,
      confidence: 'low',
      firstSeen: undefined,
      lastSeen: today,
      validUntil: undefined,
      context: EMPTY_CONTEXT
    }
  }
}
