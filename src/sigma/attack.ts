import { DEPRECATED, GROUPS, SOFTWARE, SUCCESSORS, TACTICS, TECHNIQUES } from './attack-table.ts'

export { ATTACK_VERSION } from './attack-table.ts'

/** Whether ATT&CK knows the id at all, revoked and deprecated ones included. Ids are upper case: `T1059.001`. */
export const isTechnique = (id: string): boolean => TECHNIQUES.has(id) || SUCCESSORS.has(id) || DEPRECATED.has(id)

/**
 * The id under which ATT&CK keeps the technique today: itself, or what a revoked one was replaced by. `undefined` when
 * the id is unknown, or deprecated and so no longer a valid tag.
 */
export const currentTechnique = (id: string): string | undefined => (TECHNIQUES.has(id) ? id : SUCCESSORS.get(id))

/** All tactics of a technique, hyphenated and sorted; those of its successor when it is revoked; none when unknown. */
export const tacticsOf = (id: string): readonly string[] =>
  TECHNIQUES.get(SUCCESSORS.get(id) ?? id) ?? DEPRECATED.get(id) ?? []

/** Whether the part of a tag behind `attack.` names a current tactic, technique, group or software, in lower case. */
export const isAttackTag = (name: string): boolean => {
  if (name !== name.toLowerCase()) return false
  const id = name.toUpperCase()
  return TACTICS.has(name) || TECHNIQUES.has(id) || GROUPS.has(id) || SOFTWARE.has(id)
}
