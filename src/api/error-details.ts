import { z } from 'zod'
import { INSTANT, TEXTS } from './values.ts'

// What errors say besides their sentence, for programs. Members are there where they help.

/** Which part of a request is wrong, why, and what would be right. */
export const PARAMETER_DETAILS = z
  .strictObject({
    parameter: z.string().describe('The name of the parameter or of the member of the body.'),
    reason: z.string(),
    allowed: TEXTS.describe('What is allowed, or shows how to write it.'),
    nearest: z.string().describe('What was probably meant.'),
    place: z.string().describe('Where a body breaks the rules of JSON.')
  })
  .partial()
  .meta({ id: 'ParameterDetails' })

/** From where a key was used. */
export const ADDRESS_DETAILS = z.strictObject({
  address: z.string().nullable().describe('`null` where a proxy does not tell it.')
})

/** Which scope is needed. */
export const SCOPE_DETAILS = z.strictObject({ required: z.string() })

/** The tier of the key, and those that would do. */
export const TIER_DETAILS = z.strictObject({ tier: z.string(), required: TEXTS })

/** What a key could not give to another one. */
export const GRANT_DETAILS = z.strictObject({ parameter: z.string(), reason: z.string() }).partial()

/** What there is instead, or why a rule is missing. */
export const MISSING_DETAILS = z
  .strictObject({
    nearest: z.string(),
    allowed: TEXTS,
    reason: z.string().describe('Why there is no such rule, as a code.'),
    at: INSTANT.describe('When its indicator was removed.'),
    why: z.string().describe('Why it was removed, as a sentence.'),
    guarded_by: z.string().describe('The entry of the guard that stops its value.')
  })
  .partial()

/** The methods that the path takes. */
export const METHOD_DETAILS = z.strictObject({ allowed: TEXTS })

/** What the server speaks or reads. */
export const ACCEPT_DETAILS = z.strictObject({ allowed: z.string() })

/** The media types that are read. */
export const MEDIA_DETAILS = z.strictObject({ allowed: TEXTS })

/** What holds as many keys as it may. */
export const ROOM_DETAILS = z.strictObject({ account: z.string(), tier: z.string(), live: z.int(), most: z.int() })

/** Which parameter lies before what is kept. */
export const EXPIRED_DETAILS = z.strictObject({ parameter: z.string(), earliest: INSTANT.optional() })
