import type { Clock } from '../../platform/clock.ts'
import type { AuditRecord, AuditValue } from '../../store/audit-store.ts'
import type { Actor } from './actor.ts'
import type { AuditEvent } from './audit-events.ts'

/** Longest text of a detail; what is longer is cut, because it may come from anyone. */
const LONGEST = 500

const shortText = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text)

const shortened = (value: AuditValue): AuditValue => {
  if (typeof value === 'string') return shortText(value)
  return typeof value === 'object' && value !== null ? value.map(shortText) : value
}

/** What happened at this moment, for the audit trail. A detail that is `undefined` is left out. */
export const auditRecord = (
  clock: Clock,
  actor: Actor,
  event: AuditEvent,
  details: Readonly<Record<string, AuditValue | undefined>>
): AuditRecord => {
  const known = Object.entries(details).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, shortened(value)] as const]
  )
  return { at: clock.now(), actor, event, details: Object.fromEntries(known) }
}
