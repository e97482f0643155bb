import { correlationField } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'
import { nounOf } from '../yaml-node.ts'

/** An alias maps rules to their fields. Sigma correlation rules specification 2.1, Field name aliases. */
export const correlationAliases = correlationCheck('correlation-aliases', function* (map) {
  const node = correlationField(map, 'aliases')
  if (node === undefined) return
  if (node.kind !== 'map') {
    yield complain(node, 'correlation.aliases', `it is ${nounOf(node)} and must be a map; write the alias as its key`)
    return
  }
  for (const { key, value } of node.entries) {
    if (value.kind !== 'map') {
      yield complain(
        value,
        `correlation.aliases.${key.text}`,
        `it is ${nounOf(value)} and must be a map; write rule: field on a line each`
      )
    }
  }
})
