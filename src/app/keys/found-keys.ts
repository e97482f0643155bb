import { Recent } from '../../indicator/recent.ts'
import type { FoundKey } from '../../store/key-store.ts'

/** A key as it was found, with the hashes by which. */
export interface KnownKey extends FoundKey {
  readonly hashes: readonly string[]
}

/** Keys that are remembered at least. */
const REMEMBERED = 10_000

/**
 * Keys that were found, by the digests of their texts; of a text nothing else is remembered. Everything is forgotten with
 * the first look at another version of the keys.
 */
export class FoundKeys {
  readonly #found = new Recent<string, KnownKey>(REMEMBERED)
  #version = 0

  has(digest: string): boolean {
    return this.#found.has(digest)
  }

  get(digest: string, version: number): KnownKey | undefined {
    this.#turnTo(version)
    return this.#found.get(digest)
  }

  /** Remembers a key that was found at that version or behind it. */
  set(digest: string, version: number, key: KnownKey): void {
    this.#turnTo(version)
    this.#found.set(digest, key)
  }

  #turnTo(version: number): void {
    if (version !== this.#version) this.#found.clear()
    this.#version = version
  }
}
