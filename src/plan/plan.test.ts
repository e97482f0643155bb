import { describe, expect, it } from 'vitest'
import { goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { bundleTarget } from '../bundle/bundle-targets.ts'
import type { Kind } from '../indicator/kind.ts'
import { groupOf } from '../detect/group/rule-group.ts'
import { type ChunkFigures, type KindFigures, PLAN_SIZES, type PlanSize } from './figures.ts'
import { patternSize } from './pattern-size.ts'
import { filterFlags, groupFlag, type PlanCommands, type PlanFilters } from './plan-commands.ts'
import { type Plan, planOf } from './plan.ts'
import { querySize } from './query-length.ts'
import type { Shape } from './shape.ts'
import { TARGET_PROFILES } from './target-profiles.ts'

const ALL: PlanFilters = { kinds: undefined, confidences: undefined, industries: undefined }

const VALUE: Readonly<Partial<Record<Kind, string>>> = {
  ipv4: '192.0.2.1',
  domain: 'evil.example.com',
  url: 'evil.example.com/a',
  cve: 'CVE-2021-44228',
  'mitre-attack': 'T1059.001'
}

const COMMANDS: PlanCommands = {
  rules: (size, filters, name) => ['rules', ...groupFlag(size), ...filterFlags(filters), name].join(' '),
  bundle: (target, filters) => ['bundle', target, ...filterFlags(filters)].join(' ')
}

const partsOf = (name: string) => {
  const target = bundleTarget(name)
  const profile = TARGET_PROFILES.find((known) => known.name === name)
  if (target === undefined || profile === undefined) throw new Error(`no target ${name}`)
  return { target, profile }
}

type FiguresFor = (name: string) => KindFigures

/** A kind whose ids spread as evenly as can be and whose values are all as long. */
const figuresOf =
  (kind: Kind, high: number, withheld = 0, low = 0): FiguresFor =>
  (name) => {
    const { target, profile } = partsOf(name)
    const count = high + low
    const indicator = goldenIndicator({ kind, value: VALUE[kind] ?? '' })
    const group = groupOf(indicator)
    const { patterns, characters } = patternSize(group.recipe.select(indicator.value))
    const query = (members: number) =>
      querySize(profile.rules.lengths[kind], { patterns: members * patterns, characters: members * characters })
    const chunksOf = (size: number): ChunkFigures => ({
      chunks: Math.ceil(count / size),
      query: query(Math.min(count, size))
    })
    const auto = kind === 'url' ? 100 : 500
    const rows = count * profile.bundle.rowsOf(indicator)
    return {
      kind,
      rules: { low, medium: 0, high },
      withheld,
      query: query(1),
      chunks: Object.fromEntries(PLAN_SIZES.map((size) => [size, chunksOf(size === 'auto' ? auto : size)])) as Record<
        PlanSize,
        ChunkFigures
      >,
      rows: new Map(target.leavesOut[kind] === undefined ? [[profile.bundle.tableOf(group), rows]] : [])
    }
  }

const plan = (name: string, figures: readonly FiguresFor[], filters = ALL): Plan => {
  const { target, profile } = partsOf(name)
  return planOf(
    figures.map((of) => of(name)),
    target,
    profile,
    filters,
    COMMANDS
  )
}

const shapeOf = ({ shapes }: Plan, name: Shape['name'], size?: PlanSize): Shape => {
  const shape = shapes.find((known) => known.name === name && known.size === size)
  if (shape === undefined) throw new Error(`no shape ${name}`)
  return shape
}

const commandsOf = ({ recommended }: Plan) => recommended.map(({ command }) => command)

const valueOf = (shape: Shape, measure: string) => shape.uses.find(({ limit }) => limit.measure === measure)?.value

describe('a plan', () => {
  it('of nothing has no shape and recommends nothing', () => {
    const empty = plan('splunk', [figuresOf('ipv4', 0), figuresOf('domain', 0, 7)])
    expect(empty.shapes).toEqual([])
    expect(empty.recommended).toEqual([])
    expect(empty.figures.map(({ kind, withheld }) => [kind, withheld])).toEqual([['domain', 7]])
  })

  it('counts rules, chunks and rows', () => {
    const made = plan('splunk', [figuresOf('ipv4', 1200), figuresOf('url', 300)])
    expect(shapeOf(made, 'single').rules).toBe(1500)
    expect(shapeOf(made, 'grouped', 'auto').rules).toBe(3 + 3)
    expect(shapeOf(made, 'grouped', 10).rules).toBe(120 + 30)
    expect(shapeOf(made, 'bundle')).toMatchObject({ rules: 0, rows: 1500, searches: 7, requests: 2, runsPerHour: 28 })
  })

  it('reckons runs and places by schedule and time', () => {
    const single = shapeOf(plan('splunk', [figuresOf('ipv4', 1200)]), 'single')
    expect(single.runsPerHour).toBe(1200 * 12)
    expect(valueOf(single, 'searches_at_once')).toBe(20)
  })

  it('says of rules that see every event how many there are, and of no schedule', () => {
    const made = plan('qradar', [figuresOf('ipv4', 1200)])
    expect(shapeOf(made, 'single').runsPerHour).toBeUndefined()
    expect(shapeOf(made, 'bundle').runsPerHour).toBeUndefined()
    expect(valueOf(shapeOf(made, 'single'), 'rules_by_interface')).toBe(1200)
  })

  it('tells how long the loading takes where the target names a rate', () => {
    expect(shapeOf(plan('sentinel', [figuresOf('ipv4', 25_001)]), 'bundle')).toMatchObject({
      requests: 251,
      loadMinutes: 3
    })
    expect(shapeOf(plan('elastic', [figuresOf('ipv4', 25_001)]), 'bundle').loadMinutes).toBeUndefined()
  })

  it('holds the fullest of the sets against the limit of one', () => {
    const made = plan('qradar', [figuresOf('domain', 60_000), figuresOf('ipv4', 80_000)])
    const bundle = shapeOf(made, 'bundle')
    expect(bundle.uses.find(({ limit }) => limit.measure === 'table_rows')).toMatchObject({
      value: 120_000,
      isMet: false
    })
  })

  it('holds the longest query against the limit of characters', () => {
    const made = plan('sentinel', [figuresOf('domain', 5000)])
    expect(valueOf(shapeOf(made, 'grouped', 100), 'query_characters')).toBeGreaterThan(10_000)
    expect(valueOf(shapeOf(made, 'grouped', 50), 'query_characters')).toBeLessThan(10_000)
  })

  it('names what is covered partly by rules, by the bundle, and left out', () => {
    const made = plan('qradar', [figuresOf('ipv4', 5), figuresOf('url', 5), figuresOf('cve', 3)])
    expect(
      made.partlyCovered.map(({ kind, indicators, shape, verdict }) => [kind, indicators, shape, verdict])
    ).toEqual([
      ['url', 5, 'rules', 'superset'],
      ['url', 5, 'bundle', 'misses'],
      ['cve', 3, 'rules', 'superset'],
      ['cve', 3, 'bundle', 'left out']
    ])
  })
})

describe('the recommendation of a plan', () => {
  it('is single rules where they fit', () => {
    expect(commandsOf(plan('sentinel', [figuresOf('ipv4', 256)]))).toEqual(['rules indicator_rules'])
  })

  it('leaves half of a limit to the rules that are there', () => {
    expect(commandsOf(plan('sentinel', [figuresOf('ipv4', 257)]))).toEqual(['rules --group auto indicator_rules'])
  })

  it('is the smallest other size where the default ones do not fit', () => {
    expect(commandsOf(plan('sentinel', [figuresOf('domain', 2000)]))).toEqual(['rules --group 10 indicator_rules'])
  })

  it('is the bundle where no size fits', () => {
    const [first, ...others] = plan('sentinel', [figuresOf('domain', 50_000)]).recommended
    expect(first?.command).toBe('bundle sentinel')
    expect(first?.why).toBe(
      'Rules do not fit into Microsoft Sentinel: the nearest of the sizes tried, --group 100, comes to 500 (rules that are enabled), over half of the limit of 512. Its own table takes everything with a handful of searches.'
    )
    expect(others).toEqual([])
  })

  it('has rules beside the bundle for what it leaves out', () => {
    const made = plan('sentinel', [figuresOf('domain', 50_000), figuresOf('mitre-attack', 40)])
    expect(commandsOf(made)).toEqual(['bundle sentinel', 'rules --type mitre-attack other_rules'])
  })

  it('says so where what is left out does not fit as rules either', () => {
    const made = plan('qradar', [figuresOf('domain', 5), figuresOf('cve', 40)])
    expect(made.recommended[1]).toEqual({
      command: 'rules --group auto --type cve hunting_rules',
      why: 'The table cannot hold these types, and with them rules fit at no size: the nearest of the sizes tried, --group auto, comes to 1 (rules that have to be created without a person), over the limit of 0. Run their queries as searches.'
    })
  })

  it('is rules alone where the bundle carries nothing of it', () => {
    const made = plan('qradar', [figuresOf('cve', 40)])
    expect(made.shapes.map(({ name }) => name)).not.toContain('bundle')
    expect(commandsOf(made)).toEqual(['rules --group auto --type cve hunting_rules'])
  })

  it('repeats the filters, and of named types those that the bundle carries', () => {
    const filters: PlanFilters = { kinds: ['domain', 'cve'], confidences: ['high'], industries: ['energy'] }
    const made = plan('qradar', [figuresOf('domain', 5), figuresOf('cve', 40)], filters)
    expect(commandsOf(made)).toEqual([
      'bundle qradar --type domain --confidence high --industry energy',
      'rules --group auto --type cve --confidence high --industry energy hunting_rules'
    ])
  })

  it('tells a limit that is broken from one that it leaves less than half of', () => {
    const { shapes, recommended } = plan('sentinel', [figuresOf('domain', 30_000)])
    expect(recommended[0]?.why).toContain(
      '--group 100, comes to 12,433 (characters of the longest query), over the limit of 10,000.'
    )
    const use = (size: PlanSize) =>
      shapes.find((shape) => shape.size === size)?.uses.find(({ limit }) => limit.measure === 'enabled_rules')
    expect([use(50), use(100), use(500)]).toMatchObject([
      { value: 600, isMet: false, isOverShare: false },
      { value: 300, isMet: true, isOverShare: true },
      { value: 60, isMet: true, isOverShare: false }
    ])
  })

  it('says of a limit that is not broken that too little of it is left', () => {
    const [bundle] = plan('splunk', [figuresOf('domain', 400_000)]).recommended
    expect(bundle?.why).toContain(
      '--group 1000, comes to 7 (searches that have to run at once), over half of the limit of 11.'
    )
  })

  it('takes as rules the types that fit, where not all that the bundle leaves out do', () => {
    const made = plan('sentinel', [
      figuresOf('domain', 50_000),
      figuresOf('cve', 50_000),
      figuresOf('mitre-attack', 40)
    ])
    expect(commandsOf(made)).toEqual([
      'bundle sentinel',
      'rules --type mitre-attack other_rules',
      'rules --group auto --type cve hunting_rules'
    ])
  })

  it('names single rules where nothing comes nearer', () => {
    const [only] = plan('qradar', [figuresOf('cve', 1)]).recommended
    expect(only?.why).toContain(
      'tried, single rules, come to 1 (rules that have to be created without a person), over the limit of 0.'
    )
  })

  it('counts what a person has to make, once', () => {
    const made = plan('qradar', [figuresOf('ipv4', 1200)])
    expect([shapeOf(made, 'single').byHand, shapeOf(made, 'bundle').byHand]).toEqual([1200, 15])
    expect(shapeOf(plan('splunk', [figuresOf('ipv4', 1200)]), 'single').byHand).toBe(0)
  })

  it('says how many indicators a rule has on average', () => {
    const made = plan('splunk', [figuresOf('ipv4', 600)])
    expect(shapeOf(made, 'single').perRule).toBe(1)
    expect(shapeOf(made, 'grouped', 500).perRule).toBe(300)
    expect(shapeOf(made, 'bundle').perRule).toBeUndefined()
  })

  it('weighs a table of several types together', () => {
    const made = plan('splunk', [figuresOf('md5', 30_000), figuresOf('sha256', 30_000), figuresOf('ipv4', 10_000)])
    expect(valueOf(shapeOf(made, 'bundle'), 'table_bytes')).toBe(60_000 * 600)
  })
})
