import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Finding } from '../../../src/sigma/check/finding.ts'
import { checkRules } from '../../../src/sigma/check/rule-check.ts'
import { type Case, CASES } from './cases.ts'
import { CLASSES } from './classes.ts'
import { DELIBERATE, type DeliberateCase } from './deliberate.ts'

/** Something that one side finds in a case and the other does not. */
export interface Difference {
  readonly name: string
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  /** What the other side lacks: names of our checks, or classes of theirs. */
  readonly missing: readonly string[]
}

const answer = z.object({
  name: z.string(),
  errors: z.array(z.string()),
  issues: z.array(z.string()),
  schema: z.array(z.string())
})

const ASK = fileURLToPath(new URL('ask-pysigma.py', import.meta.url))
const MOST_OUTPUT = 256 * 1_048_576

const ask = (python: string, data: string, cases: readonly Case[]): readonly z.infer<typeof answer>[] => {
  const files = [
    'attack/enterprise-attack-18.1.reduced.json',
    'attack/d3fend-empty.json',
    'sigma/sigma-detection-rule-schema.json'
  ]
  const { status, stdout, stderr } = spawnSync(python, [ASK, ...files.map((file) => join(data, file))], {
    input: cases.map((each) => `${JSON.stringify(each)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT
  })
  if (status !== 0) throw new Error(`${ASK} failed: ${stderr}`)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => answer.parse(JSON.parse(line)))
}

const classOf = (name: string): string => (name.startsWith('crash:') ? 'crash' : name)

const standsFor = (check: string): readonly string[] => CLASSES[check] ?? []

/** Names of our checks without a counterpart. pySigma looks for issues only in documents without an error. */
const onlyOurs = (findings: readonly Finding[], theirs: readonly string[]): readonly string[] => {
  const broken = new Set(findings.filter(({ severity }) => severity === 'error').map(({ document }) => document))
  return findings
    .filter(({ severity, document }) => severity === 'error' || !broken.has(document))
    .map(({ check }) => check)
    .filter((check) => !standsFor(check).some((name) => theirs.includes(name)))
}

const compareOne = ({ name, text }: Case, found: z.infer<typeof answer>): Difference | undefined => {
  const findings = checkRules(text)
  const ours = [...new Set(findings.map(({ check }) => check))]
  const theirs = [...found.errors, ...found.issues, ...found.schema].map(classOf)
  const covered = new Set(ours.flatMap(standsFor))
  const missing = [...new Set([...theirs.filter((each) => !covered.has(each)), ...onlyOurs(findings, theirs)])]
  return missing.length === 0 ? undefined : { name, ours, theirs, missing }
}

/** A deliberate difference must be there, and be the one that is stated. */
const compareDeliberate = (each: DeliberateCase, found: z.infer<typeof answer>): Difference | undefined => {
  const difference = compareOne(each, found) ?? { name: each.name, ours: [], theirs: [], missing: [] }
  const isAsStated = [...difference.missing].sort().join() === [...each.differs].sort().join()
  return isAsStated ? undefined : difference
}

/**
 * Holds our checks against pySigma's parser, its core validators and the JSON schema, over the corpus and the deliberate
 * differences. Gives what is not as it should be: nothing, when all is well.
 *
 * @param python an interpreter with pySigma 1.5 and jsonschema
 * @param data the folder that holds `attack/` and `sigma/`
 */
export const compareOwnChecks = (python: string, data: string): readonly Difference[] => {
  const answers = new Map(ask(python, data, [...CASES, ...DELIBERATE]).map((found) => [found.name, found]))
  const answerTo = ({ name }: Case): z.infer<typeof answer> => {
    const found = answers.get(name)
    if (found === undefined) throw new Error(`There is no answer for the case ${JSON.stringify(name)}.`)
    return found
  }
  return [
    ...CASES.flatMap((each) => compareOne(each, answerTo(each)) ?? []),
    ...DELIBERATE.flatMap((each) => compareDeliberate(each, answerTo(each)) ?? [])
  ]
}
