import type { Check } from './check.ts'
import { allOfThem } from './checks/all-of-them.ts'
import { allWithoutContains } from './checks/all-without-contains.ts'
import { attackTag } from './checks/attack-tag.ts'
import { author } from './checks/author.ts'
import { base64offsetWithoutContains } from './checks/base64offset-without-contains.ts'
import { carTag } from './checks/car-tag.ts'
import { cidr } from './checks/cidr.ts'
import { condition } from './checks/condition.ts'
import { controlCharacter } from './checks/control-character.ts'
import { correlation } from './checks/correlation.ts'
import { correlationAliases } from './checks/correlation-aliases.ts'
import { correlationCondition } from './checks/correlation-condition.ts'
import { correlationGenerate } from './checks/correlation-generate.ts'
import { correlationGroupBy } from './checks/correlation-group-by.ts'
import { correlationRules } from './checks/correlation-rules.ts'
import { correlationTimespan } from './checks/correlation-timespan.ts'
import { correlationTypeCheck } from './checks/correlation-type.ts'
import { customAttribute } from './checks/custom-attribute.ts'
import { cveTag } from './checks/cve-tag.ts'
import { d3fendTag } from './checks/d3fend-tag.ts'
import { danglingCondition } from './checks/dangling-condition.ts'
import { danglingDetection } from './checks/dangling-detection.ts'
import { date } from './checks/date.ts'
import { description } from './checks/description.ts'
import { detection } from './checks/detection.ts'
import { detectionTag } from './checks/detection-tag.ts'
import { detectionValue } from './checks/detection-value.ts'
import { doubleWildcard } from './checks/double-wildcard.ts'
import { duplicateReference } from './checks/duplicate-reference.ts'
import { duplicateTag } from './checks/duplicate-tag.ts'
import { emptyKeywords } from './checks/empty-keywords.ts'
import { emptyList } from './checks/empty-list.ts'
import { escapedWildcard } from './checks/escaped-wildcard.ts'
import { falsepositives } from './checks/falsepositives.ts'
import { fields } from './checks/fields.ts'
import { filterRules } from './checks/filter-rules.ts'
import { identifier } from './checks/identifier.ts'
import { identifierExistence } from './checks/identifier-existence.ts'
import { level } from './checks/level.ts'
import { license } from './checks/license.ts'
import { logsource } from './checks/logsource.ts'
import { logsourceField } from './checks/logsource-field.ts'
import { modified } from './checks/modified.ts'
import { modifierValue } from './checks/modifier-value.ts'
import { name } from './checks/name.ts'
import { numberAsString } from './checks/number-as-string.ts'
import { references } from './checks/references.ts'
import { regularExpression } from './checks/regular-expression.ts'
import { related } from './checks/related.ts'
import { repeatedItem } from './checks/repeated-item.ts'
import { repeatedModifier } from './checks/repeated-modifier.ts'
import { scope } from './checks/scope.ts'
import { specificLogSource } from './checks/specific-log-source.ts'
import { status } from './checks/status.ts'
import { stpTag } from './checks/stp-tag.ts'
import { tagFormat } from './checks/tag-format.ts'
import { tagNamespace } from './checks/tag-namespace.ts'
import { tags } from './checks/tags.ts'
import { taxonomy } from './checks/taxonomy.ts'
import { themWithOneSearch } from './checks/them-with-one-search.ts'
import { title } from './checks/title.ts'
import { tlpTag } from './checks/tlp-tag.ts'
import { unknownModifier } from './checks/unknown-modifier.ts'
import { wildcardInsteadOfModifier } from './checks/wildcard-instead-of-modifier.ts'
import { windashWithAll } from './checks/windash-with-all.ts'

/** Every check of a single document, those that find errors first. */
export const CHECKS: readonly Check[] = [
  title,
  identifier,
  name,
  taxonomy,
  related,
  status,
  level,
  description,
  license,
  author,
  references,
  date,
  modified,
  tags,
  fields,
  falsepositives,
  scope,
  repeatedItem,
  logsource,
  detection,
  emptyKeywords,
  unknownModifier,
  detectionValue,
  modifierValue,
  regularExpression,
  cidr,
  condition,
  correlation,
  correlationTypeCheck,
  correlationRules,
  correlationGenerate,
  correlationGroupBy,
  correlationTimespan,
  correlationAliases,
  correlationCondition,
  filterRules,
  identifierExistence,
  customAttribute,
  duplicateReference,
  duplicateTag,
  tagFormat,
  tagNamespace,
  attackTag,
  carTag,
  cveTag,
  d3fendTag,
  detectionTag,
  stpTag,
  tlpTag,
  logsourceField,
  specificLogSource,
  danglingDetection,
  danglingCondition,
  themWithOneSearch,
  allOfThem,
  allWithoutContains,
  base64offsetWithoutContains,
  windashWithAll,
  repeatedModifier,
  emptyList,
  wildcardInsteadOfModifier,
  doubleWildcard,
  escapedWildcard,
  controlCharacter,
  numberAsString
]
