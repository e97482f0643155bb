import { z } from 'zod'
import { KINDS } from '../../indicator/kind.ts'
import { type Measure, MEASURES } from '../../plan/limit.ts'
import { COUNT, DAY } from '../values.ts'

const MEASURE = z.enum(Object.keys(MEASURES) as Measure[])

const EFFECT = z.enum(['refuses', 'slows'])

const LIMIT_USE = z
  .strictObject({
    name: z.string(),
    measure: MEASURE,
    value: z.number(),
    limit: z.number(),
    is_met: z.boolean(),
    is_over_half: z.boolean().describe('Whether it takes more than half of a limit that other rules need too.'),
    effect: EFFECT,
    is_shared: z.boolean()
  })
  .meta({ id: 'LimitUse' })

const SHAPE = z
  .strictObject({
    shape: z.enum(['single', 'grouped', 'bundle']),
    group: z.union([z.literal('auto'), z.int()]).nullable(),
    fits: z.boolean(),
    rules: COUNT,
    per_rule: z.number().nullable(),
    rows: COUNT,
    searches: COUNT,
    by_hand: COUNT.describe('Searches that a person has to make, once.'),
    runs_per_hour: z.number().nullable(),
    load_requests: COUNT,
    load_minutes: z.number().nullable(),
    limits: z.array(LIMIT_USE)
  })
  .meta({ id: 'Shape' })

const LIMIT = z
  .strictObject({
    name: z.string(),
    measure: MEASURE,
    bounds: z.string(),
    limit: z.number(),
    effect: EFFECT,
    is_shared: z.boolean(),
    says: z.string(),
    source: z.string(),
    address: z.string(),
    noted: DAY
  })
  .meta({ id: 'Limit' })

const PARTLY_COVERED = z
  .strictObject({
    type: z.enum(KINDS),
    indicators: COUNT,
    shape: z.enum(['rules', 'bundle']),
    verdict: z.enum(['superset', 'misses', 'other', 'left out']),
    note: z.string()
  })
  .meta({ id: 'PartlyCovered' })

/** Which shape of the rules a SIEM can carry. */
export const PLAN = z
  .strictObject({
    target: z.string(),
    product: z.string(),
    indicators: COUNT.describe('Those that give a rule.'),
    by_type: z.partialRecord(z.enum(KINDS), COUNT),
    withheld: COUNT,
    recommended: z.array(z.strictObject({ command: z.string(), why: z.string() })),
    shapes: z.array(SHAPE),
    partly_covered: z.array(PARTLY_COVERED),
    limits: z.array(LIMIT),
    assumed_seconds_per_search: z.number(),
    convert: z.string()
  })
  .meta({ id: 'Plan' })

/** An example of {@link PLAN}. */
export const PLAN_EXAMPLE: z.input<typeof PLAN> = {
  target: 'sentinel',
  product: 'Microsoft Sentinel',
  indicators: 120,
  by_type: { ipv4: 120 },
  withheld: 1,
  recommended: [
    { command: 'sigmill sync --from "$URL" --key-env KEY --out indicator_rules', why: 'Single rules fit.' }
  ],
  shapes: [
    {
      shape: 'single',
      group: null,
      fits: true,
      rules: 120,
      per_rule: 1,
      rows: 0,
      searches: 120,
      by_hand: 0,
      runs_per_hour: 120,
      load_requests: 0,
      load_minutes: null,
      limits: [
        {
          name: 'analytics rules',
          measure: 'enabled_rules',
          value: 120,
          limit: 512,
          is_met: true,
          is_over_half: false,
          effect: 'refuses',
          is_shared: true
        }
      ]
    }
  ],
  partly_covered: [],
  limits: [
    {
      name: 'analytics rules',
      measure: 'enabled_rules',
      bounds: 'rules that are enabled',
      limit: 512,
      effect: 'refuses',
      is_shared: true,
      says: 'a workspace has at most 512 enabled analytics rules',
      source: 'Service limits',
      address: 'https://siem.example/limits',
      noted: '2026-05-17'
    }
  ],
  assumed_seconds_per_search: 2,
  convert: 'sigma convert -t kusto -p sentinel-asim.yml indicator_rules.yml'
}
