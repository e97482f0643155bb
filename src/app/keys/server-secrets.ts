import type { Clock } from '../../platform/clock.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { Problem } from '../../problem/problem.ts'
import type { SecretMarks } from '../../store/key-store.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { markOf, type SecretSource } from './secret-source.ts'

/** A server secret with the mark by which the store knows it. */
export interface ServerSecret {
  readonly text: string
  readonly mark: string
}

/** The server secrets of a store. */
export interface ServerSecrets {
  /** Under which keys are kept: one, or two while the server secret is rotated, the current one first. */
  live(): Promise<readonly [ServerSecret, ...ServerSecret[]]>
}

/** What {@link openServerSecrets} stands on. */
export interface SecretParts {
  readonly store: Pick<IndicatorStore, 'keys' | 'state'>
  readonly source: SecretSource
  readonly crypto: Crypto
  readonly clock: Clock
}

/** Those of the secrets that a store knows, the current one first. */
const knownIn = ({ current, former }: SecretMarks, secrets: readonly ServerSecret[]): readonly ServerSecret[] =>
  [current, former].flatMap((mark) => secrets.find((secret) => secret.mark === mark) ?? [])

const missing = ({ place }: SecretSource): Problem =>
  new Problem(
    'secret_missing',
    `The store holds API keys, but its server secret is missing. Bring back ${place}, or set SIGMILL_SECRET to the same secret.`
  )

const wrong = ({ place }: SecretSource): Problem =>
  new Problem(
    'secret_wrong',
    `The server secret from ${place} is not the one that this store was made with; its keys would not be recognised.`
  )

const formerMissing = ({ place }: SecretSource, keys: number): Problem =>
  new Problem(
    'secret_missing',
    `Keys that still rest on the former server secret: ${keys}, but it is missing. Bring back ${place}, set SIGMILL_FORMER_SECRET to it, or give those keys up with sigmill keys rotate-secret --drop-former.`
  )

const readAll = async (source: SecretSource, crypto: Crypto): Promise<readonly ServerSecret[]> =>
  (await source.read()).map((text) => ({ text, mark: markOf(crypto, text) }))

/** The secrets that are there. The first use of a store makes one, unless there are keys under one that is gone. */
const readOrCreate = async ({ source, crypto }: SecretParts, isKnown: boolean): Promise<readonly ServerSecret[]> => {
  const found = await readAll(source, crypto)
  if (found.length > 0) return found
  if (isKnown) throw missing(source)
  const text = await source.create()
  return [{ text, mark: markOf(crypto, text) }]
}

/**
 * The secrets under which the keys of a store are kept. A store whose secret is missing, or another one, is refused with
 * `secret_missing` or `secret_wrong`, because its keys would silently stop to work. What another process changes is
 * noticed with the next look at the secrets.
 */
export const openServerSecrets = async (parts: SecretParts): Promise<ServerSecrets> => {
  const { store, source, crypto, clock } = parts
  const before = await store.keys.secretMarks()
  let found = await readOrCreate(parts, before !== undefined)
  const [newest] = found
  if (newest === undefined) throw missing(source)
  const marks = before ?? { current: await store.keys.setSecretMark(newest.mark), former: undefined }

  const [first, ...others] = knownIn(marks, found)
  if (first?.mark !== marks.current) throw wrong(source)
  if (marks.former !== undefined && others.length === 0) {
    const resting = await store.keys.restingOnFormer(clock.now())
    if (resting > 0) throw formerMissing(source, resting)
  }
  let live: readonly [ServerSecret, ...ServerSecret[]] = [first, ...others]
  let seen = (await store.state()).keyVersion

  const look = async (): Promise<void> => {
    const now = (await store.keys.secretMarks()) ?? marks
    const isComplete = [now.current, now.former ?? now.current].every((mark) => found.some((one) => one.mark === mark))
    if (!isComplete) found = [...(await readAll(source, crypto)), ...found]
    const [current, ...rest] = knownIn(now, found)
    // The operator may have given the new secret to other processes only; what this one knows goes on to work.
    if (current !== undefined) live = [current, ...rest]
  }

  return {
    async live() {
      const { keyVersion } = await store.state()
      if (keyVersion !== seen) {
        await look()
        seen = keyVersion
      }
      return live
    }
  }
}
