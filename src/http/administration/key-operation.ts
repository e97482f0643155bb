import { GET_KEYS } from '../../api/operations/get-keys.ts'
import type { MINTED_KEY } from '../../api/schemas/key.ts'
import type { Written } from '../../api/written.ts'
import type { MintedKey } from '../../app/keys.ts'
import { type Granter, holder } from '../../app/keys/granter.ts'
import type { Answer } from '../answer.ts'
import type { Caller, KeyedRequest, Services } from '../operation.ts'
import { keyObject, type KeySurroundings } from './key-object.ts'

/** The key that a path names. */
export const keyNamed = ({ pathParameters }: KeyedRequest): string => pathParameters.get('id') ?? ''

/** Whoever asks, as the one who sees and changes keys. */
export const granterOf = ({ caller }: KeyedRequest): Granter => holder(caller.key, caller.tier, caller.secret.until)

/** What the objects of keys show besides what is kept of them, to a key that did not say everything of them itself. */
export const surroundingsOf = async (
  { store, settings, clock }: Services,
  viewer?: Caller['key']
): Promise<KeySurroundings> => ({
  viewer,
  settings,
  now: clock.now(),
  requestTotals: await store.counters.requestTotals()
})

const WARNING = 'Store this API key securely. It will not be shown again.'

/** A key with its secret, this once. */
export const mintedAnswer = (
  { text, key }: MintedKey,
  surroundings: KeySurroundings,
  answerWith: (minted: Written<typeof MINTED_KEY>) => Answer
): Answer => {
  const data = { ...keyObject(key, surroundings), key: text }
  const answer = answerWith({ data, meta: { warning: WARNING } })
  return { ...answer, headers: { ...answer.headers, Location: `${GET_KEYS.path}/${key.id}` } }
}
