import { type Granter, holder } from '../app/keys/granter.ts'
import type { MintedKey } from '../app/keys.ts'
import { jsonAnswer, type Answer } from './answer.ts'
import { keyObject, type KeySurroundings } from './key-object.ts'
import type { KeyedRequest, Security, Services } from './operation.ts'

/** Where keys are. */
export const KEYS_PATH = '/api/v1/keys'

/** Where one key is. */
export const KEY_PATH = `${KEYS_PATH}/{id}`

/** Who may see and change keys: those of the own account, or all with `keys:admin`, which includes this scope. */
export const KEYS_SECURITY: Security = { scope: 'keys:self', feature: undefined }

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
  return { ...answer, headers: { ...answer.headers, Location: `${KEYS_PATH}/${key.id}` } }
}
