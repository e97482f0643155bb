import { keyActor } from '../../app/audit/actor.ts'
import { auditRecord } from '../../app/audit/audit-record.ts'
import { Problem } from '../../problem/problem.ts'
import { problemStatus } from '../errors/problem-status.ts'
import type { KeyedOperation, Parameters, Services } from '../operation.ts'
import type { RequestRecord } from './request-record.ts'

/**
 * Notes that a key that holds tried to change something and was refused. Being held back by the rate is none, and the gate
 * itself tells of a wrong network.
 */
export const auditRefusal = (
  { method, path }: KeyedOperation,
  { keyId, isLimited }: RequestRecord,
  target: Parameters,
  error: unknown,
  { counting, clock, settings }: Services
): void => {
  if (method === 'GET' || keyId === undefined || isLimited === true) return
  if (!(error instanceof Problem) || problemStatus(error.code) >= 500 || error.code === 'ip_not_allowed') return
  // Who mistakes a path for the place of the key does not leave it in the trail.
  const shown = [...target.values()].map((text) => (text.includes(settings.keys.prefix) ? '[redacted]' : text))
  const details = { action: `${method} ${path}`, target: shown, code: error.code }
  counting.audit.note(auditRecord(clock, keyActor(keyId), 'action_refused', details))
}
