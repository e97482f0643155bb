import { compareCodePoints } from '../../indicator/code-points.ts'
import { digitsOf } from '../../indicator/id-digits.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import { stricterTlp } from '../../indicator/tlp.ts'
import { mergeSelections } from '../../sigma/merge-selections.ts'
import type { Publisher, RuleStyle } from '../../sigma/publisher.ts'
import type { SigmaRule } from '../../sigma/rule.ts'
import { datesOf } from '../dates.ts'
import { listed } from '../listed.ts'
import { referencesFor } from '../references.ts'
import { tlpTags } from '../tags.ts'
import { tacticTags } from '../technique-tags.ts'
import type { RuleGroup } from './rule-group.ts'

/** Which chunk of a group a rule is made for. */
export interface GroupRuleChunk {
  /** The most members that it may have. */
  readonly size: number
  readonly prefix: string
  readonly id: string
}

/**
 * The Sigma rule of a chunk: it matches what any of its members' rules match, and nothing else. `members` are one or
 * more indicators of the group that give rules; their order makes no difference. It has no `modified`: members that went
 * leave no trace in a set, so that a day of change would be too early.
 */
export const groupRule = (
  group: RuleGroup,
  members: readonly Indicator[],
  chunk: GroupRuleChunk,
  { publisher, fields }: RuleStyle
): SigmaRule => {
  const { recipe, level } = group
  return {
    title: titleOf(group, chunk, publisher),
    id: chunk.id,
    description: descriptionOf(group, members, chunk),
    references: referencesFor(publisher, NO_LINKS),
    author: publisher.name,
    date: earliestOf(members.map((member) => datesOf(member).date)),
    modified: undefined,
    tags: tagsOf(group, members),
    logsource: recipe.logsource,
    selection: mergeSelections(members.map(({ value }) => recipe.select(value))),
    fields: fields ? recipe.fields : [],
    falsepositives: recipe.falsePositives,
    level
  }
}

const NO_LINKS: readonly string[] = []

/** So many digits of its id name a chunk: with fewer, chunks of one feed may share a title. */
const TITLE_DIGITS = 16

/** Named by the chunk, never by what is in it: SIEMs know rules by their titles. */
const titleOf = ({ recipe }: RuleGroup, { id }: GroupRuleChunk, { name }: Publisher): string =>
  `${name} IOC - ${recipe.many.subject} (${digitsOf(id).slice(0, TITLE_DIGITS).toUpperCase()})`

const descriptionOf = (
  { recipe, kind, confidence }: RuleGroup,
  members: readonly Indicator[],
  { size, prefix }: GroupRuleChunk
): string => {
  const ids = prefix === '' ? '' : ` whose ids begin with ${prefix}`
  const feeds = [...new Set(members.flatMap((member) => member.feeds))].sort(compareCodePoints)
  const reported = feeds.length === 0 ? '' : `, reported by ${listed(feeds)} with ${confidence} confidence`
  const firstSeen = members.flatMap((member) => datesOf(member).firstSeen ?? [])
  const since = firstSeen.length === 0 ? '' : `, first seen ${earliestOf(firstSeen)} at the earliest`
  const caveat = recipe.caveat === undefined ? '' : ` ${recipe.caveat}`
  return `${recipe.many.detects(kind)}, a group of at most ${size}${ids}${reported}${since}.${caveat}`
}

const earliestOf = (days: readonly string[]): string => days.reduce((first, day) => (day < first ? day : first))

const tagsOf = ({ recipe, tactics }: RuleGroup, members: readonly Indicator[]): readonly string[] => {
  const ofValues = members.flatMap(({ value }) => recipe.tagsOf?.(value) ?? [])
  const tlp = members.map(({ context }) => context.tlp).reduce(stricterTlp, undefined)
  return [...new Set([...tacticTags(tactics), ...ofValues, ...tlpTags(tlp)])].sort()
}
