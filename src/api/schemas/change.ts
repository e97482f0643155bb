import { z } from 'zod'
import { CHANGE_REASON_NAMES } from '../../indicator/change-reason.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { KINDS } from '../../indicator/kind.ts'
import { COUNT, INSTANT, RULE_ID } from '../values.ts'
import { RULE_EXAMPLE } from './rule.ts'

const CURSOR = z.string().describe('Goes on behind this line.')

const RULE_FACTS = {
  rule_id: RULE_ID,
  indicator: z.strictObject({ type: z.enum(KINDS), value: z.string() }),
  at: INSTANT,
  reason: z.enum([...CHANGE_REASON_NAMES, 'left_filter']).describe('Why, as a code.')
}

const CHUNK_FACTS = {
  rule_id: RULE_ID,
  chunk: z.strictObject({
    type: z.enum(KINDS),
    confidence: z.enum(CONFIDENCES),
    prefix: z.string(),
    members: COUNT
  }),
  at: INSTANT,
  reason: z.enum(['new', 'changed', 'split', 'merged', 'emptied']).describe('Why, as a code.')
}

/** The lines about something of which there are these facts: with a rule to keep, and without one. */
const linesAbout = <Facts extends z.ZodRawShape>(facts: Facts, name: string) =>
  z.discriminatedUnion('op', [
    z
      .strictObject({
        op: z.literal('put').describe('`put`: keep this rule.'),
        ...facts,
        rule: z.string().describe('The YAML document of the rule.'),
        cursor: CURSOR
      })
      .meta({ id: `${name}Put` }),
    z
      .strictObject({ op: z.literal('remove').describe('`remove`: have it no longer.'), ...facts, cursor: CURSOR })
      .meta({ id: `${name}Remove` })
  ])

/** What has become of a rule. */
export const CHANGE = linesAbout(RULE_FACTS, 'Rule')

/** What has become of a grouped rule. */
export const CHUNK_CHANGE = linesAbout(CHUNK_FACTS, 'GroupedRule')

/** A line of the changes feed. */
export const ANY_CHANGE = z.union([CHANGE, CHUNK_CHANGE])

/** An example of {@link CHANGE}. */
export const CHANGE_EXAMPLE: z.input<typeof CHANGE> = {
  op: 'put',
  rule_id: '9c5f2e45-045f-58d8-bf0e-425bef301fa4',
  indicator: { type: 'ipv4', value: '198.51.100.7' },
  at: '2026-05-17T10:00:00.000000Z',
  reason: 'new',
  rule: RULE_EXAMPLE,
  cursor: 'chilutw2kg0.0.5f2e.91ab'
}
