import type { Search } from '../real-log.ts'

const techniquesOf = (ruleName: string): readonly string[] => ruleName.match(/T\d{4}(?:\.\d{3})?/g) ?? []

/** Techniques that rule names of Sysmon configurations carry, themselves or as a sub-technique. */
export const techniqueSearch: Search = {
  kind: 'mitre-attack',
  logSource: 'sysmon',
  valuesOf: ({ RuleName = '' }) => techniquesOf(RuleName),
  carries: ({ RuleName = '' }, value) =>
    techniquesOf(RuleName).some((id) => id === value || id.slice(0, id.indexOf('.')) === value)
}
