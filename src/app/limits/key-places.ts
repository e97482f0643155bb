import { Problem } from '../../problem/problem.ts'
import type { StoredKey } from '../../store/key-store.ts'

/** Bounds how many exports of one key, and of the keys of one account, are under way at once. */
export interface KeyPlaces {
  /** Takes a place of a key, and gives what leaves it again. Throws `too_many_exports` when none is free. */
  take(key: Pick<StoredKey, 'id' | 'account'>): () => void
}

/** How many places there are. */
export interface KeyPlaceLimits {
  readonly ofKey: number
  readonly ofAccount: number
}

interface Counts {
  has(name: string, most: number): boolean
  change(name: string, by: number): void
}

const countByName = (): Counts => {
  const taken = new Map<string, number>()
  return {
    has: (name, most) => (taken.get(name) ?? 0) >= most,
    change(name, by) {
      const count = (taken.get(name) ?? 0) + by
      if (count === 0) taken.delete(name)
      else taken.set(name, count)
    }
  }
}

const full = (holders: string, most: number, who: string): Problem =>
  new Problem(
    'too_many_exports',
    `${holders} ${most} exports under way, as many as one ${who} may have; let one end and try again.`
  )

/** So many places for each key, and for all keys of an account together. */
export const createKeyPlaces = ({ ofKey, ofAccount }: KeyPlaceLimits): KeyPlaces => {
  const keys = countByName()
  const accounts = countByName()
  const change = ({ id, account }: Pick<StoredKey, 'id' | 'account'>, by: number): void => {
    keys.change(id, by)
    accounts.change(account, by)
  }
  return {
    take(key) {
      if (keys.has(key.id, ofKey)) throw full('The key has', ofKey, 'key')
      if (accounts.has(key.account, ofAccount)) throw full('The keys of the account have', ofAccount, 'account')
      change(key, 1)
      let isTaken = true
      return () => {
        if (isTaken) change(key, -1)
        isTaken = false
      }
    }
  }
}
