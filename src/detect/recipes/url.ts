import type { FieldMatch, Selection } from '../../sigma/rule.ts'
import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'
import { isBareHost, isTooBroad, urlForms } from '../url-forms.ts'

const FIELD = 'c-uri'

const select = (value: string): Selection => {
  const { prefixes, parts, bare } = urlForms(value)
  const begins: FieldMatch = { field: FIELD, modifiers: ['startswith'], values: prefixes }
  if (bare.length > 0) return [[begins], [{ field: FIELD, modifiers: [], values: bare }]]
  if (parts.length === 0) return [[begins]]
  const modifiers = parts.length === 1 ? ['contains'] : ['contains', 'all']
  return [[begins, { field: FIELD, modifiers, values: parts }]]
}

const detects = (value: string): string => `Detects a web request to ${isBareHost(value) ? value.slice(0, -1) : value}`

/** A web address and everything under it, in the forms in which proxies log it. */
export const url: Recipe = {
  name: 'url',
  subject: 'Malicious URL',
  titleCase: 'as it is',
  detects,
  many: {
    subject: 'Malicious URLs',
    detects: () => 'Detects a web request to any of several malicious addresses'
  },
  logsource: { category: 'proxy' },
  select,
  defaultTactics: ({ threatTypes }) => [threatTypes.some(isPhishing) ? 'initial-access' : 'command-and-control'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: {
    subject: 'Policy URL',
    detects,
    many: {
      subject: 'Policy URLs',
      detects: () => 'Detects a web request to any of several addresses'
    }
  },
  fields: ['c-ip', 'c-uri', 'cs-method', 'c-useragent'],
  noRuleReason: (value) => (isTooBroad(value) ? 'too_broad' : undefined)
}

const isPhishing = (threatType: string): boolean => threatType.toLowerCase().includes('phish')
