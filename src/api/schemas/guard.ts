import { z } from 'zod'
import { ENTRY_SHAPES, GUARD_MODES } from '../../indicator/guard-list.ts'
import { KINDS } from '../../indicator/kind.ts'
import { COUNT, DAY, INSTANT } from '../values.ts'

const MODE = z.enum(GUARD_MODES).describe('`block` withholds the rules of what is covered, `inform` only says so.')

const WHY = z.string().describe('The reason.')

const UNTIL = DAY.nullable().describe('The last day on which it counts, in UTC; `null` counts without end.')

/** An entry that was added by hand. */
export const GUARD_ENTRY = z
  .strictObject({
    value: z.string().describe('In its one spelling.'),
    shape: z.literal(Object.keys(ENTRY_SHAPES)).describe('What the value is, and so what it covers.'),
    covers: z.literal(Object.values(ENTRY_SHAPES)).describe('The same for people.'),
    mode: MODE,
    why: WHY,
    until: UNTIL,
    added: INSTANT
  })
  .meta({ id: 'GuardEntry' })

const LIST = z
  .strictObject({
    name: z.string(),
    mode: MODE,
    why: WHY,
    until: UNTIL,
    types: z.array(z.enum(KINDS)).describe('What it counts for.'),
    covers_mail: z.boolean().describe('Whether its domains and addresses cover the mail addresses at them.'),
    origin: z.string().describe('The file that it was loaded from, `settings` or `built in`.'),
    loaded: INSTANT.nullable().describe('`null` for what comes with the program and the settings.'),
    entries: COUNT.nullable().describe('How many; `null` for the Public Suffix List.')
  })
  .meta({ id: 'GuardList' })

/** Everything that the guard stands on. */
export const GUARD = z
  .strictObject({
    lists: z.array(LIST).describe('In the order in which they are asked.'),
    entries: z.array(GUARD_ENTRY).describe('Oldest first.')
  })
  .meta({ id: 'Guard' })

/** The entries that were added by hand. */
export const GUARD_ENTRY_LIST = z.strictObject({ data: z.array(GUARD_ENTRY).describe('Oldest first.') })

/** Which entry was removed. */
export const REMOVED_GUARD_ENTRY = z.strictObject({ value: z.string().describe('In its one spelling.') })

const HIT = z
  .strictObject({
    list: z.string().describe('The list in which the entry stands.'),
    entry: z.string(),
    mode: MODE,
    why: WHY,
    until: UNTIL
  })
  .meta({ id: 'GuardHit' })

/** What the guard says of a value. */
export const GUARDED_VALUE = z
  .strictObject({
    type: z.enum(KINDS),
    value: z.string().describe('In its one spelling.'),
    withheld: z.boolean().describe('Whether it cannot become a rule.'),
    verdict: HIT.nullable().describe('The entry that keeps it from becoming one.'),
    hits: z.array(HIT).describe('Every entry that covers it, also those that only inform.')
  })
  .meta({ id: 'GuardedValue' })

/** An example of {@link GUARD_ENTRY}. */
export const GUARD_ENTRY_EXAMPLE: z.input<typeof GUARD_ENTRY> = {
  value: '198.51.100.0/24',
  shape: 'network',
  covers: ENTRY_SHAPES.network,
  mode: 'block',
  why: 'our own network',
  until: '2027-03-31',
  added: '2026-05-17T10:00:00.000000Z'
}

/** An example of {@link GUARD}. */
export const GUARD_EXAMPLE: z.input<typeof GUARD> = {
  lists: [
    {
      name: 'public resolvers',
      mode: 'block',
      why: 'a public DNS resolver, which harmless hosts ask all the time',
      until: null,
      types: [...KINDS],
      covers_mail: true,
      origin: 'built in',
      loaded: null,
      entries: 64
    }
  ],
  entries: [GUARD_ENTRY_EXAMPLE]
}

const HIT_EXAMPLE: z.input<typeof HIT> = {
  list: 'added by hand',
  entry: '198.51.100.0/24',
  mode: 'block',
  why: 'our own network',
  until: '2027-03-31'
}

/** An example of {@link GUARDED_VALUE}. */
export const GUARDED_VALUE_EXAMPLE: z.input<typeof GUARDED_VALUE> = {
  type: 'url',
  value: '198.51.100.7/x',
  withheld: true,
  verdict: HIT_EXAMPLE,
  hits: [HIT_EXAMPLE]
}
