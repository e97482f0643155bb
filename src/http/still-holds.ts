import type { Caller, Services } from './operation.ts'

/**
 * Tells whether a key that was let in still holds, for answers that last. When any key is changed it no longer does:
 * the client comes back and is judged anew.
 */
export const stillHolds = ({ ends }: Caller, { store, clock }: Services): (() => Promise<boolean>) => {
  const atFirst = store.state()
  return async () => {
    if (ends !== undefined && ends <= clock.now()) return false
    return (await store.state()).keyVersion === (await atFirst).keyVersion
  }
}
