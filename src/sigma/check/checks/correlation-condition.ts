import { CORRELATION_CONDITION, isConditionFault, namesOf, readCondition } from '../condition.ts'
import { correlationField, correlationType, isTemporal } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'
import type { Complaint } from '../finding.ts'
import { quoted } from '../quoted.ts'
import { isScalar, type MapNode, nounOf, type ScalarNode, valueOf, type YamlNode } from '../yaml-node.ts'

const FIELD = 'correlation.condition'
const OPERATORS = ['lt', 'lte', 'gt', 'gte', 'eq', 'neq']
const OTHER_KEYS = ['field', 'percentile']
const WHOLE_NUMBER = /^\s*[+-]?\d+(?:_\d+)*\s*$/

/** A correlation says what counts as a hit. Sigma correlation rules specification 2.1, Condition. */
export const correlationCondition = correlationCheck('correlation-condition', function* (map) {
  const node = correlationField(map, 'condition')
  if (node === undefined) {
    if (!isTemporal(map)) yield complain(map, FIELD, 'the condition is missing; write one like gte: 10')
  } else if (node.kind === 'map') {
    yield* countFaults(node, correlationType(map) ?? '')
  } else if (isScalar(node, 'string')) {
    yield* extendedFaults(node, map)
  } else {
    yield complain(node, FIELD, `it is ${nounOf(node)} and must be a map; write one like gte: 10`)
  }
})

function* countFaults(condition: MapNode, type: string): Generator<Complaint> {
  const operators = condition.entries.filter(({ key }) => OPERATORS.includes(key.text))
  if (operators.length !== 1)
    yield complain(condition, FIELD, `it needs exactly one comparison; write one of ${OPERATORS.join(', ')}`)
  for (const { key, value } of condition.entries) {
    if (!OPERATORS.includes(key.text) && !OTHER_KEYS.includes(key.text)) {
      yield complain(
        key,
        `${FIELD}.${key.text}`,
        `a condition has no such key; use ${[...OPERATORS, ...OTHER_KEYS].join(', ')}`
      )
    } else if (key.text !== 'field' && !isCount(value)) {
      yield complain(value, `${FIELD}.${key.text}`, 'it is no whole number; write one')
    }
  }
  const field = valueOf(condition, 'field')
  if (type.startsWith('value_') && (field === undefined || isScalar(field, 'null'))) {
    yield complain(
      condition,
      `${FIELD}.field`,
      `a ${type} needs the field whose values it looks at; write field: and its name`
    )
  }
}

const isCount = (node: YamlNode): boolean => {
  if (node.kind !== 'scalar') return false
  return node.type === 'string' ? WHOLE_NUMBER.test(node.text) : Number.isFinite(node.number)
}

/** A condition over names of rules, which temporal correlations may have. */
function* extendedFaults(node: ScalarNode, map: MapNode): Generator<Complaint> {
  if (!isTemporal(map)) {
    yield complain(node, FIELD, 'only temporal correlations combine rules in a text; write a map like gte: 10')
    return
  }
  const read = readCondition(node.text, CORRELATION_CONDITION)
  if (isConditionFault(read)) {
    yield complain(node, FIELD, `${quoted(node.text)}: character ${read.at + 1}: ${read.reason}`)
    return
  }
  const listed = textsIn(correlationField(map, 'rules'))
  if (listed.size === 0) return
  const used = new Set(namesOf(read))
  for (const name of listed)
    if (!used.has(name))
      yield complain(node, FIELD, `it leaves out the rule ${quoted(name)}; use it or take it off the list`)
  for (const name of used)
    if (!listed.has(name)) yield complain(node, FIELD, `the rule ${quoted(name)} is not on the list of rules; list it`)
}

const textsIn = (rules: YamlNode | undefined): ReadonlySet<string> => {
  const nodes = rules?.kind === 'list' ? rules.items : [rules]
  return new Set(nodes.flatMap((node) => (isScalar(node, 'string') ? [node.text] : [])))
}
