import { distance } from 'fastest-levenshtein'

/** No allowed word is longer; a longer one is no typo. */
const LONGEST = 64

/** Half of a word may differ at most: `ip4` is near `ipv4`, `hgih` near `high`, `xyz` near nothing. */
const MOST_DIFFERING_SHARE = 0.5

/** The allowed word that `word` is most likely a typo of, letter case ignored; `undefined` when none is close enough. */
export const nearest = (word: string, allowed: readonly string[]): string | undefined => {
  if (word.length > LONGEST) return undefined
  const lower = word.toLowerCase()
  const [best] = allowed
    .map((candidate) => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= candidate.length * MOST_DIFFERING_SHARE)
    .sort((a, b) => a.edits - b.edits)
  return best?.candidate
}
