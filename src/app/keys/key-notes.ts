import { type Instant, INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import type { AuditRecord } from '../../store/audit-store.ts'
import type { KeyStore, KeyUse, RenewedSecret } from '../../store/key-store.ts'

/** The use of a key from one network is noted at most this often. */
const BETWEEN_USES = 5 * 60 * INSTANTS_PER_SECOND

/** What requests say of keys, gathered until it is written: uses, and secrets to be kept under another server secret. */
export class KeyNotes {
  /** When a use was noted last, by key and network. */
  readonly #noted = new Map<string, Map<string | undefined, Instant>>()
  readonly #uses = new Map<string, KeyUse>()
  readonly #renewed = new Map<string, RenewedSecret>()

  /** Notes a use, unless the last one that was noted from there is no more than five minutes away. */
  use(use: KeyUse): void {
    const networks = this.#noted.get(use.id) ?? new Map<string | undefined, Instant>()
    const last = networks.get(use.network)
    if (last !== undefined && Math.abs(use.at - last) < BETWEEN_USES) return
    this.#noted.set(use.id, networks.set(use.network, use.at))
    this.#uses.set(`${use.id} ${use.network ?? ''}`, use)
  }

  renew(secret: RenewedSecret): void {
    this.#renewed.set(secret.from, secret)
  }

  /**
   * Writes what has gathered, and what `tell` says of uses from networks that are new for their keys. What fails is kept for
   * the next time.
   */
  async flush(store: Pick<KeyStore, 'note'>, now: Instant, tell: (use: KeyUse) => AuditRecord): Promise<void> {
    const [uses, renewed] = [[...this.#uses], [...this.#renewed]]
    if (uses.length + renewed.length === 0) return
    await store.note(
      uses.map(([, use]) => use),
      renewed.map(([, secret]) => secret),
      tell
    )
    for (const [place, use] of uses) if (this.#uses.get(place) === use) this.#uses.delete(place)
    for (const [from] of renewed) this.#renewed.delete(from)
    this.#forget(now)
  }

  #forget(now: Instant): void {
    for (const [id, networks] of this.#noted) {
      for (const [network, at] of networks) if (Math.abs(now - at) >= BETWEEN_USES) networks.delete(network)
      if (networks.size === 0) this.#noted.delete(id)
    }
  }
}
