import { Problem } from '../../problem/problem.ts'

/** Bounds how many exports of one key are under way at once. */
export interface KeyPlaces {
  /** Takes a place of a key, and gives what leaves it again. Throws `too_many_exports` when none is free. */
  take(keyId: string): () => void
}

/** So many places for each key. */
export const createKeyPlaces = (most: number): KeyPlaces => {
  const taken = new Map<string, number>()
  const change = (keyId: string, by: number): void => {
    const count = (taken.get(keyId) ?? 0) + by
    if (count === 0) taken.delete(keyId)
    else taken.set(keyId, count)
  }
  return {
    take(keyId) {
      const count = taken.get(keyId) ?? 0
      if (count >= most) {
        throw new Problem(
          'too_many_exports',
          `The key has ${count} exports under way, as many as one key may have; let one end and try again.`
        )
      }
      change(keyId, 1)
      let isTaken = true
      return () => {
        if (isTaken) change(keyId, -1)
        isTaken = false
      }
    }
  }
}
