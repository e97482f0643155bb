import type { Context } from '../indicator/context.ts'
import { remember } from '../indicator/remember.ts'

/**
 * What sources call an indicator, in their words: threat types, families, actors and tags, then its role and the
 * industries that it is aimed at, with what they are before a colon. Unique.
 */
export const labelsOf = remember(
  ({ threatTypes, malwareFamilies, actors, tags, role, industries }: Context): readonly string[] => {
    const words = [...threatTypes, ...malwareFamilies, ...actors, ...tags]
    const known = [...(role === 'unknown' ? [] : [`role:${role}`]), ...industries.map((name) => `industry:${name}`)]
    return [...new Set([...words, ...known])]
  }
)
