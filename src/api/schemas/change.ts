import { z } from 'zod'
import { CHANGE_REASON_NAMES } from '../../indicator/change-reason.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { KINDS } from '../../indicator/kind.ts'
import { COUNT, INSTANT, RULE_ID } from '../values.ts'
import { RULE_EXAMPLE } from './rule.ts'

const OP = z.enum(['put', 'remove']).describe('`put`: keep this rule. `remove`: have it no longer.')

const RULE = z.string().optional().describe('The YAML document of a rule that is put.')

const CURSOR = z.string().describe('Goes on behind this line.')

/** What has become of a rule. */
export const CHANGE = z
  .strictObject({
    op: OP,
    rule_id: RULE_ID,
    indicator: z.strictObject({ type: z.enum(KINDS), value: z.string() }),
    at: INSTANT,
    reason: z.enum([...CHANGE_REASON_NAMES, 'left_filter']),
    rule: RULE,
    cursor: CURSOR
  })
  .meta({ id: 'Change' })

/** What has become of a grouped rule. */
export const CHUNK_CHANGE = z
  .strictObject({
    op: OP,
    rule_id: RULE_ID,
    chunk: z.strictObject({
      type: z.enum(KINDS),
      confidence: z.enum(CONFIDENCES),
      prefix: z.string(),
      members: COUNT
    }),
    at: INSTANT,
    reason: z.enum(['new', 'changed', 'split', 'merged', 'emptied']),
    rule: RULE,
    cursor: CURSOR
  })
  .meta({ id: 'GroupedChange' })

/** A line of the changes feed. */
export const ANY_CHANGE = z.union([CHANGE, CHUNK_CHANGE])

/** An example of {@link CHANGE}. */
export const CHANGE_EXAMPLE: z.input<typeof CHANGE> = {
  op: 'put',
  rule_id: '143664e6-70c5-5a68-b4a6-68e639d6e1ed',
  indicator: { type: 'ipv4', value: '198.51.100.7' },
  at: '2026-05-17T10:00:00.000000Z',
  reason: 'new',
  rule: RULE_EXAMPLE,
  cursor: 'chilutw2kg0.0.5f2e.91ab'
}
