import { z } from 'zod'
import { ADDED_TIER } from './tiers.ts'

/** A heading of settings. */
export type Heading = z.ZodObject<z.core.$ZodShape>

/** Tells a heading from a setting. */
export const isHeading = (schema: z.core.$ZodType): schema is Heading => schema instanceof z.ZodObject

/** What stands under a heading. Only the tiers have room for names that are not known before. */
export const entryOf = (heading: Heading, name: string): z.core.$ZodType => heading.shape[name] ?? ADDED_TIER
