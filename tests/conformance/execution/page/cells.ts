import type { Outcome } from '../execute-forms.ts'
import { isHit, type Subject } from '../log-form.ts'
import { code } from './markdown.ts'

/** What a declared outcome is called in a table. */
export const declaredCell = ({ form: { verdict }, found }: Outcome): string => {
  if ((found === 'hit') !== isHit(verdict)) return `**not as declared: ${found}**`
  switch (verdict.outcome) {
    case 'hit':
      return 'hit'
    case 'superset':
      return 'hit (superset)'
    case 'near miss':
      return 'no hit'
    case 'missed':
      return '**missed**'
  }
}

/** What a measured outcome is called in a table. */
export const measuredCell = ({ form: { verdict }, found }: Outcome): string => {
  const isCarried = verdict.outcome === 'hit' || verdict.outcome === 'missed'
  if (found === 'miss') return isCarried ? '**missed**' : 'no hit'
  return isCarried ? 'hit' : 'hit (superset)'
}

/** The indicator of a row. */
export const subjectCell = ({ kind, value }: Subject): string => `${kind} ${code(value)}`

/** What the field that the rule reads holds; where the event has others, all of them with their names. */
export const eventCell = ({ form: { event }, set: { field } }: Outcome): string => {
  const fields = Object.entries(event)
  return fields
    .map(([name, text]) => code(fields.length === 1 && name === field ? text : `${name}: ${text}`))
    .join(', ')
}
