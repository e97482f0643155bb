import { z } from 'zod'
import { parseInstant } from '../indicator/parse-instant.ts'
import type { Level } from '../sigma/rule.ts'

// Small values that many objects hold.

/** A position of the changes: an instant in UTC, to the microsecond. */
export const INSTANT = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .meta({ format: 'date-time' })

/** A moment as a caller may write it. */
export const MOMENT = z
  .string()
  .refine((text) => parseInstant(text) !== undefined)
  .meta({
    description:
      'A timestamp with a zone, to the microsecond, or a date, which is its UTC midnight; years 1970 to 2200.',
    anyOf: [{ format: 'date-time' }, { format: 'date' }]
  })

/** A moment in UTC, to the second. */
export const SECOND = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .meta({ format: 'date-time' })

/** A day in UTC. */
export const DAY = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .meta({ format: 'date' })

/** How many there are of something. */
export const COUNT = z.int().min(0)

/** The id of a rule and of its indicator. */
export const RULE_ID = z.uuid()

/** A path on this server, with its query. */
export const REFERENCE = z.string().regex(/^\//)

/** Any texts. */
export const TEXTS = z.array(z.string())

/** The severity of a rule. */
export const LEVEL = z.enum(['informational', 'low', 'medium', 'high', 'critical'] as const satisfies readonly Level[])
