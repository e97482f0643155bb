import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { queryLength, TOLERANCE } from '../../../src/plan/query-length.ts'
import type { TargetProfile } from '../../../src/plan/target-profile.ts'
import { TARGET_PROFILES } from '../../../src/plan/target-profiles.ts'
import { DOCUMENT_SEPARATOR, writeRule } from '../../../src/sigma/write-rule.ts'
import type { Bench, Stage } from '../bench.ts'
import { compareGolden } from '../golden.ts'
import { LENGTHS_FILE, lengthsText, type MeasuredLength } from '../query-lengths/lengths.ts'
import { PROBES } from '../query-lengths/probes.ts'
import { GENERATIONS } from '../referees/generation.ts'
import type { Target } from '../targets/target.ts'
import { TARGETS } from '../targets/targets.ts'

/** The way into a SIEM that the planner reckons with: the first with its backend and pipeline. */
const wayOf = ({ name, rules: { convert } }: TargetProfile): Target => {
  const [, backend, , pipeline] = convert.split(' ')
  const way = TARGETS.find(
    (target) => target.backend === backend && target.pipelines.join() === `pipelines/${pipeline}`
  )
  if (way === undefined) throw new Error(`no way into ${name} as by ${convert}`)
  return way
}

const measure = async ({ referees }: Bench, profile: TargetProfile): Promise<readonly MeasuredLength[]> => {
  const way = wayOf(profile)
  const results = await referees[way.generation].convert('probes', way)
  return PROBES.map(({ kind, members, size }, index) => {
    const result = results[index]
    const length = result !== undefined && 'query' in result ? result.query.length : 0
    return { target: profile.name, kind, members, size, length }
  })
}

const misjudged = ({ target, kind, members, size, length }: MeasuredLength): readonly string[] => {
  const lengths = TARGET_PROFILES.find(({ name }) => name === target)?.rules.lengths[kind]
  const estimate = lengths === undefined ? 0 : queryLength(lengths, size)
  return Math.abs(estimate - length) <= TOLERANCE * length
    ? []
    : [`${target}, ${members} of ${kind}: ${length} characters, estimated ${estimate}`]
}

/** Queries of grouped rules are about as long as the planner says. */
export const estimateQueries: Stage = async (bench) => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-probes-'))
  try {
    const file = join(folder, 'probes.yml')
    writeFileSync(file, PROBES.map(({ rule }) => writeRule(rule)).join(DOCUMENT_SEPARATOR))
    for (const generation of GENERATIONS) await bench.referees[generation].load('probes', file)
    const lengths: MeasuredLength[] = []
    for (const profile of TARGET_PROFILES) lengths.push(...(await measure(bench, profile)))
    return [
      {
        subject: 'lengths of queries',
        of: `${lengths.length} conversions, within ${TOLERANCE * 100} %`,
        differences: [...lengths.flatMap(misjudged), ...compareGolden(LENGTHS_FILE, lengthsText(lengths), bench.update)]
      }
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
