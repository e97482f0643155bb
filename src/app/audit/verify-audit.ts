import { Problem } from '../../problem/problem.ts'
import { chainHash, NO_AUDIT } from '../../store/audit-chain.ts'
import type { AuditEntry, AuditHead, AuditStore } from '../../store/audit-store.ts'

const PAGE = 2_000

const broken = (number: number, reason: string): Problem =>
  new Problem('audit_broken', `The audit trail is broken at entry ${number}: ${reason}.`, {
    details: { entry: number }
  })

async function* allEntries(audit: AuditStore): AsyncGenerator<AuditEntry> {
  for (let after = 0; ; ) {
    const page = await audit.entries(after, PAGE)
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.number ?? after
  }
}

const requireExpected = ({ count, hash }: AuditHead, expected: AuditHead | undefined): void => {
  if (expected?.count !== count || expected.hash === hash) return
  throw broken(count, 'it is not the one that was noted elsewhere; the trail was written anew')
}

/** Entries that were written meanwhile moved the head, which may be further on by now than what was read. */
const requireHead = async (audit: AuditStore, reached: AuditHead): Promise<void> => {
  const head = await audit.head()
  if (reached.count > head.count) throw broken(head.count + 1, 'the head of the trail knows nothing of it')
}

/**
 * Goes over the whole audit trail and gives its head. Throws `audit_broken`, which names the first entry that was
 * changed, is missing or was written anew. `expected` is a head that was noted outside of the store: only that tells a
 * trail of which everything was made anew.
 */
export const verifyAudit = async (audit: AuditStore, expected?: AuditHead): Promise<AuditHead> => {
  // First, so that entries which are written meanwhile do not count as too many.
  const head = await audit.head()
  let reached = NO_AUDIT
  for await (const { number, text, hash } of allEntries(audit)) {
    if (number !== reached.count + 1) throw broken(reached.count + 1, 'it is missing')
    if (hash !== chainHash(reached.hash, text)) throw broken(number, 'it is not as it was written')
    reached = { count: number, hash }
    requireExpected(reached, expected)
    if (number === head.count && hash !== head.hash) throw broken(number, 'it is not the last one that was written')
  }
  await requireHead(audit, reached)
  const most = Math.max(head.count, expected?.count ?? 0)
  if (reached.count < most) throw broken(reached.count + 1, 'it is missing, and so is everything behind it')
  return reached
}
