import { z } from 'zod'
import { parameter } from '../parameter.ts'
import { MOMENT } from '../values.ts'

const texts = z.array(z.string()).min(1)

/** The length of a page. */
export const PAGE_LIMIT = parameter({
  name: 'limit',
  about: 'A page may be shorter than that, down to the results a request of the tier; `more` and `next` say so.',
  schema: z.int().min(1),
  example: '1000'
})

/** By which every list is cut into pages: TAXII 2.1 section 3.4. */
export const PAGE_PARAMETERS = [
  parameter({
    name: 'added_after',
    about: 'Only versions that were added strictly later.',
    schema: MOMENT,
    example: '2026-05-17T00:00:00Z'
  }),
  PAGE_LIMIT,
  parameter({
    name: 'next',
    about: 'From the page before, with the other parameters as they were.',
    schema: z.string().min(1),
    example: 'n1'
  })
] as const

/** Versions of certain moments. */
export const MATCH_VERSION = parameter({
  name: 'match[version]',
  about: 'Moments of versions, or `first`, `last` and `all`, which are the one that is kept.',
  schema: z.array(z.union([z.enum(['first', 'last', 'all']), MOMENT])).min(1),
  example: 'last'
})

/** Versions of STIX. */
export const MATCH_SPEC_VERSION = parameter({
  name: 'match[spec_version]',
  about: 'Versions of STIX. Every object is of 2.1.',
  schema: texts,
  example: '2.1'
})

/** By which versions are picked. */
export const MATCH_PARAMETERS = [
  parameter({
    name: 'match[id]',
    about: 'Ids of objects.',
    schema: texts,
    example: 'indicator--9c5f2e45-045f-58d8-bf0e-425bef301fa4'
  }),
  parameter({ name: 'match[type]', about: 'Types of objects.', schema: texts, example: 'indicator' }),
  MATCH_VERSION,
  MATCH_SPEC_VERSION
] as const
