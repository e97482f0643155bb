import { currentTechnique, tacticsOf } from '../sigma/attack.ts'

/**
 * Tags of ATT&CK techniques with all their tactics, not yet sorted or unique. A revoked id gives its successor; a
 * deprecated one, which is no valid tag, only its tactics; an unknown one nothing.
 */
export const techniqueTags = (ids: readonly string[]): readonly string[] => ids.flatMap(tagsOfTechnique)

const tagsOfTechnique = (id: string): readonly string[] => {
  const tactics = tacticTags(tacticsOf(id))
  const current = currentTechnique(id)
  return current === undefined ? tactics : [`attack.${current.toLowerCase()}`, ...tactics]
}

/** `attack.command-and-control`. */
export const tacticTags = (tactics: readonly string[]): readonly string[] => tactics.map((tactic) => `attack.${tactic}`)

const TECHNIQUE = /^t[0-9]/

/** The tactics among tags of a rule, hyphenated, in the order of the tags. */
export const tacticsIn = (tags: readonly string[]): readonly string[] =>
  tags
    .filter((tag) => tag.startsWith('attack.'))
    .map((tag) => tag.slice('attack.'.length))
    .filter((name) => !TECHNIQUE.test(name))
