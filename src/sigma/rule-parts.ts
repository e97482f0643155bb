import type { SigmaRule } from './rule.ts'

/** What many rules say alike: keys, the start of the title, and two pieces of the description. */
export interface RuleTemplate
  extends Pick<SigmaRule, 'references' | 'author' | 'tags' | 'logsource' | 'fields' | 'falsepositives' | 'level'> {
  /** `SOC Defenders IOC - Malicious IP `. */
  readonly titleStart: string
  /** Stands between what is detected and since when: `, reported by A with high confidence`. */
  readonly reported: string
  /** The end of that sentence and all that follow: `. Threat type: botnet cc.` */
  readonly remarks: string
}

/** What one rule says beside its template. */
export interface RuleFilling extends Pick<SigmaRule, 'id' | 'date' | 'modified' | 'selection'> {
  /** Whether all its texts are {@link isPlain}, so that none of them need be looked at again. */
  readonly isPlain: boolean
  readonly titleEnd: string
  /** How the description begins: `Detects a network connection to 192.0.2.1`. */
  readonly detected: string
  /** `, first seen 2026-05-17`; empty where no source says so. */
  readonly since: string
  /** Tags that stand in the place of those of the template. */
  readonly tags: readonly string[] | undefined
}

/** A rule in two parts. A template is never changed once a rule of it was written. */
export interface RuleParts {
  readonly template: RuleTemplate
  readonly filling: RuleFilling
}

/** The pieces of a description. */
interface DescriptionPieces
  extends Pick<RuleTemplate, 'reported' | 'remarks'>,
    Pick<RuleFilling, 'detected' | 'since'> {}

/** The description that pieces make. */
export const joinDescription = ({ detected, reported, since, remarks }: DescriptionPieces): string =>
  detected + reported + since + remarks

/** The rule that parts make. */
export const joinParts = ({ template, filling }: RuleParts): SigmaRule => ({
  title: template.titleStart + filling.titleEnd,
  id: filling.id,
  description: joinDescription({ ...template, ...filling }),
  references: template.references,
  author: template.author,
  date: filling.date,
  modified: filling.modified,
  tags: filling.tags ?? template.tags,
  logsource: template.logsource,
  selection: filling.selection,
  fields: template.fields,
  falsepositives: template.falsepositives,
  level: template.level
})
