import type { RuleGroup } from '../../detect/group/rule-group.ts'

/** Something of each group. */
export interface PerGroup<T> {
  of(group: RuleGroup): T
  /** Those of all groups, in the order in which they came. */
  all(): Iterable<T>
}

/** Keeps something of each group, which is made when the group first comes. */
export const perGroup = <T>(make: (group: RuleGroup) => T): PerGroup<T> => {
  const made = new Map<string, { readonly kept: T }>()
  return {
    of(group) {
      const known = made.get(group.key)
      if (known !== undefined) return known.kept
      const kept = make(group)
      made.set(group.key, { kept })
      return kept
    },
    all: () => [...made.values()].map(({ kept }) => kept)
  }
}
