import { keyActor } from '../../app/audit/actor.ts'
import { auditRecord } from '../../app/audit/audit-record.ts'
import { withoutSecret } from '../../app/keys/refuse-secret.ts'
import type { Caller, KeyedOperation, KeyedRequest, Parameters, Services } from '../operation.ts'
import { fillTemplate } from '../requests/path-template.ts'

/** Where a cursor leads says nothing to people, so that only its being there is told. */
const filterText = (parameters: Parameters): string =>
  [...parameters].map(([name, value]) => (name === 'cursor' ? name : `${name}=${value}`)).join(' ')

/**
 * What notes that an answer hands out so many rules or indicators. An answer without any leaves no entry in the audit
 * trail: nothing has left the house.
 */
export const createHandOut =
  (
    { method, path }: Pick<KeyedOperation, 'method' | 'path'>,
    { key }: Caller,
    { pathParameters, parameters }: Pick<KeyedRequest, 'pathParameters' | 'parameters'>,
    { counting, metrics, clock, settings }: Pick<Services, 'counting' | 'metrics' | 'clock' | 'settings'>
  ) =>
  (count: number): void => {
    if (count === 0) return
    const kept = (text: string): string => withoutSecret(text, settings.keys.prefix)
    const details = { path: kept(fillTemplate(path, pathParameters)), parameters: kept(filterText(parameters)), count }
    counting.audit.note(auditRecord(clock, keyActor(key.id), 'export_taken', details))
    metrics.exported(`${method} ${path}`, count)
  }
