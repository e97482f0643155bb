import { nearest } from '../../indicator/nearest.ts'
import { ALL_KINDS, type Check } from './check.ts'
import { complain, isComplaint, textOf } from './field-faults.ts'
import { quoted } from './quoted.ts'

/** A check of a field that holds one word of a set. Letter case counts where the JSON schema rules, which knows rules only. */
export const choiceCheck = (name: string, words: readonly string[]): Check => ({
  name,
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const text = textOf(document, name)
    if (text === undefined) return
    if (isComplaint(text)) {
      yield text
      return
    }
    const word = document.kind === 'rule' ? text.text : text.text.toLowerCase()
    if (words.includes(word)) return
    const near = nearest(text.text, words)
    const remedy = near === undefined ? `write one of ${words.join(', ')}` : `did you mean ${near}?`
    yield complain(text, name, `${quoted(text.text)} is no ${name} of a rule; ${remedy}`)
  }
})
