import type { Role } from '../../../indicator/context.ts'
import type { Position } from '../../../indicator/raw-indicator.ts'
import type { Rejection } from '../../../indicator/rejection.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { expiry } from '../../expiry.ts'
import { feedTypeNamed } from '../../feed-type.ts'
import { flagField, isObject, type JsonObject, textField } from '../../json/members.ts'
import { refusal } from '../../refusal.ts'
import { takenBack } from '../../taken-back.ts'
import { parseTimeText } from '../../time-text.ts'
import { splitTypedValue } from '../../typed-value.ts'
import type { HeldValue } from './held-value.ts'

/** OTX's roles of addresses that attack; the other roles are of what is contacted, or of files. */
const ATTACKING: ReadonlySet<string> = new Set(['bruteforce', 'exploit_source', 'scanning_host', 'web_attack'])
const CONTACTED: ReadonlySet<string> = new Set(['command_and_control', 'exploit_kit', 'malware_hosting', 'phishing'])

/** The value of an indicator of a pulse. */
export const readIndicator = (indicator: unknown, position: Position, now: Seconds): readonly HeldValue[] => {
  if (!isObject(indicator)) return [refusal('', position, 'bad_record', 'an indicator that is no JSON object')]
  const text = textField(indicator, 'indicator') ?? ''
  const typeName = textField(indicator, 'type')
  if (text === '' || typeName === undefined) {
    return [refusal(text, position, 'bad_record', 'an indicator without its value or type')]
  }
  const type = feedTypeNamed(typeName)
  const values = type === undefined ? [] : splitTypedValue(type, text)
  if (values.length === 0) return [refusal(text, position, 'unsupported_type', typeName)]

  const validUntil = parseTimeText(textField(indicator, 'expiration'))
  const withdrawal = expiry(validUntil, now) ?? inactivity(indicator)
  const use = textField(indicator, 'role')
  return values.map(({ kind, value }) =>
    withdrawal === undefined
      ? {
          kind,
          value,
          position,
          firstSeen: parseTimeText(textField(indicator, 'created')),
          validUntil,
          role: roleOf(use),
          threatTypes: use === undefined ? [] : [use]
        }
      : takenBack(kind, value, position, withdrawal)
  )
}

const inactivity = (indicator: JsonObject): Rejection | undefined =>
  flagField(indicator, 'is_active') === false ? { reason: 'expired', detail: 'not active' } : undefined

const roleOf = (use = ''): Role | undefined => {
  if (ATTACKING.has(use)) return 'source'
  return CONTACTED.has(use) ? 'destination' : undefined
}
