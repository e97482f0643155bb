import type { Clock } from '../../platform/clock.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { Problem } from '../../problem/problem.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { SecretMarks } from '../../store/key-store.ts'
import { auditRecord } from '../audit/audit-record.ts'
import type { Granter } from './granter.ts'
import { markOf, type SecretSource } from './secret-source.ts'

/** What the rotation of a server secret works on. */
export interface RotationParts {
  readonly store: IndicatorStore
  readonly source: SecretSource
  readonly crypto: Crypto
  readonly clock: Clock
}

const SECRET_BYTES = 32

const freshSecret = (crypto: Crypto): string => Buffer.from(crypto.randomBytes(SECRET_BYTES)).toString('hex')

const notOver = (keys: number): Problem =>
  new Problem(
    'secret_rotating',
    `The server secret was rotated before, and keys still rest on the former one: ${keys}. Wait until they were used, rotate them, or give them up with --drop-former.`
  )

const noneYet = (): Problem =>
  new Problem('not_found', 'The store has no server secret yet; sigmill keys create makes it with the first key.')

const byHand = ({ place }: SecretSource): Problem =>
  new Problem(
    'invalid_parameter',
    `The server secret comes from ${place}: set SIGMILL_SECRET to a new one and SIGMILL_FORMER_SECRET to the old one, then repeat the command.`,
    { details: { parameter: 'secret' } }
  )

/**
 * The secret that is to be the new one, kept where secrets are kept: one that stands before the current one is left by
 * a rotation that was cut off, or put there by the operator.
 */
const nextSecret = async ({ source, crypto }: RotationParts, { current, former }: SecretMarks): Promise<string> => {
  const found = await source.read()
  const at = found.findIndex((text) => markOf(crypto, text) === current)
  const held = found[at]
  if (held === undefined) {
    throw new Problem(
      'secret_wrong',
      `${source.place} does not hold the server secret of this store, so that it cannot be rotated. Bring it back first.`
    )
  }
  const [first = held] = found
  if (at > 0 && markOf(crypto, first) !== former) return first
  if (source.replace === undefined) throw byHand(source)
  const fresh = freshSecret(crypto)
  await source.replace([fresh, held])
  return fresh
}

/**
 * Makes another server secret the current one. Keys under the one before it go on to work, and come under the new one
 * when they are used. Gives how many rest on the former one. Throws `secret_rotating` while the last rotation is not over.
 */
export const rotateServerSecret = async (parts: RotationParts, by: Granter): Promise<number> => {
  const { store, crypto, clock } = parts
  const record = auditRecord(clock, by.actor, 'secret_rotated', {})
  await store.audited(record).keys.rotateServerSecret(async (before) => {
    if (before === undefined) throw noneYet()
    const resting = await store.keys.restingOnFormer(clock.now())
    if (resting > 0) throw notOver(resting)
    return markOf(crypto, await nextSecret(parts, before))
  })
  return store.keys.restingOnFormer(clock.now())
}

/** Gives up the former server secret; keys that still rest on it stop to work. Gives how many those were. */
export const dropFormerSecret = async (
  { store, source, crypto, clock }: RotationParts,
  by: Granter
): Promise<number> => {
  const keys = await store.keys.restingOnFormer(clock.now())
  const record = auditRecord(clock, by.actor, 'secret_dropped', { keys })
  if (!(await store.audited(record).keys.dropFormerSecret())) {
    throw new Problem('not_found', 'There is no former server secret: it was never rotated, or was dropped before.')
  }
  const marks = await store.keys.secretMarks()
  const current = (await source.read()).filter((text) => markOf(crypto, text) === marks?.current)
  if (current.length > 0) await source.replace?.(current)
  return keys
}
