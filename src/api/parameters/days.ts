import { z } from 'zod'
import { parameter } from '../parameter.ts'

/** Days for which usage is kept, with today. */
export const USAGE_DAYS = 90

/** How many days of usage. */
export const DAYS = parameter({
  name: 'days',
  about: 'How many days with today; 30 unless given.',
  schema: z.int().min(1).max(USAGE_DAYS),
  example: '30'
})
