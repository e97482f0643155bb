import { z } from 'zod'
import { parameter } from '../parameter.ts'

const VALUE = z.string().min(1)

/** Which entry of the guard. */
export const GUARD_ENTRY_VALUE = parameter({
  name: 'value',
  about: 'The value of the entry, written in any way, percent-encoded.',
  schema: VALUE,
  example: '198.51.100.0/24'
})

/** Which value the guard is asked about. */
export const CHECKED_VALUE = parameter({
  name: 'value',
  about: 'An indicator, written in any way; the store need not hold it.',
  schema: VALUE,
  example: 'hxxp://198.51.100[.]7/x',
  isRequired: true
})
