import type { Check } from '../check.ts'
import { complain, listOf, repeatedTexts } from '../field-faults.ts'
import { quoted } from '../quoted.ts'

/** No item of these lists stands there twice. Sigma's JSON schema, `uniqueItems`. */
export const repeatedItem: Check = {
  name: 'repeated-item',
  severity: 'error',
  appliesTo: ['rule'],
  *find(document) {
    for (const name of ['fields', 'falsepositives']) {
      for (const item of repeatedTexts(listOf(document, name))) {
        yield complain(item, name, `${quoted(item.text)} stands there twice; take one out`)
      }
    }
  }
}
