import type { AuditRecord } from '../../store/audit-store.ts'

/** What else is written whenever counts are. Gives what the audit trail is to say of it. */
export type Rider = () => Promise<readonly AuditRecord[]>
