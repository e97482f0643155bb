/** The rules of an export by the names of their files. */
export type Rules = ReadonlyMap<string, string>

/** A rule without the day of its last change. */
export const meaningOf = (rule: string): string => rule.replace(/^modified: .*\n/m, '')

/** The names of the rules that one side lacks, or that are not the same on both. */
export const differing = (before: Rules, after: Rules, by = (rule: string): string => rule): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
    const [rule, later] = [before.get(name), after.get(name)]
    return rule === undefined || later === undefined || by(rule) !== by(later)
  })
