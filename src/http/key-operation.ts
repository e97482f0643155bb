import { GET_KEYS } from '../api/operations/get-keys.ts'
import { type Granter, holder } from '../app/keys/granter.ts'
import type { MintedKey } from '../app/keys.ts'
import { jsonAnswer, type Answer } from './answer.ts'
import { keyObject, type KeySurroundings } from './key-object.ts'
import type { KeyedRequest, Services } from './operation.ts'

/** The key that a path names. */
export const keyNamed = ({ pathParameters }: KeyedRequest): string => pathParameters.get('id') ?? ''

/** Whoever asks, as the one who sees and changes keys. */
export const granterOf = ({ caller }: KeyedRequest): Granter => holder(caller.key, caller.tier)

/** What the objects of keys show besides what is kept of them. */
export const surroundingsOf = async ({ store, settings, clock }: Services): Promise<KeySurroundings> => ({
  settings,
  now: clock.now(),
  requestTotals: await store.counters.requestTotals()
})

const WARNING = 'Store this API key securely. It will not be shown again.'

/** A key with its secret, this once. */
export const mintedAnswer = async (status: number, { text, key }: MintedKey, services: Services): Promise<Answer> => {
  const data = { ...keyObject(key, await surroundingsOf(services)), key: text }
  const answer = jsonAnswer(status, { data, meta: { warning: WARNING } })
  return { ...answer, headers: { ...answer.headers, Location: `${GET_KEYS.path}/${key.id}` } }
}
