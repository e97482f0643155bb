import { z } from 'zod'
import { parameter } from '../parameter.ts'

/** Days for which usage is kept, with today. */
export const USAGE_DAYS = 90

/** The same unless given. */
export const DEFAULT_DAYS = 30

/** How many days of usage. */
export const DAYS = parameter({
  name: 'days',
  about: 'How many days with today.',
  schema: z.int().min(1).max(USAGE_DAYS).meta({ default: DEFAULT_DAYS }),
  example: '30'
})
