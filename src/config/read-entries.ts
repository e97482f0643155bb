import type { z } from 'zod'
import { Problem } from '../problem/problem.ts'
import { type Description, descriptionOf } from './description.ts'
import type { Given, Layer } from './given.ts'
import { keyOf } from './setting-names.ts'
import { settingProblem, wrongValue } from './setting-problem.ts'
import { entryOf, type Heading, isHeading } from './setting-tree.ts'
import { SETTINGS } from './settings.ts'

/** Checks what the layers gave and fills in the defaults. Throws the problem of the first value that is wrong. */
export const readEntries = (given: Layer): z.output<typeof SETTINGS> => {
  const read = SETTINGS.safeParse(treeOf(SETTINGS, [...given.values()], 0))
  if (read.success) return read.data
  const [first = read.error] = read.error.issues.map((issue) => problemOf(issue, given))
  throw first
}

/** The values as the tree of settings has them: every heading is there, and only the values that were given. */
const treeOf = (heading: Heading, given: readonly Given[], depth: number): Readonly<Record<string, unknown>> => {
  const names = new Set([...Object.keys(heading.shape), ...given.map(({ path }) => String(path[depth]))])
  const entries = new Map<string, unknown>()
  for (const name of names) {
    const schema = entryOf(heading, name)
    const below = given.filter(({ path }) => path[depth] === name)
    if (isHeading(schema)) entries.set(name, treeOf(schema, below, depth + 1))
    else for (const { value } of below) entries.set(name, value)
  }
  return Object.fromEntries(entries)
}

const problemOf = (issue: z.core.$ZodIssue, given: Layer): Problem => {
  const [key, description] = settingAt(issue.path)
  const wrong = given.get(key)
  if (wrong === undefined) {
    return settingProblem(
      key,
      `${key} is missing: a tier that is added needs every figure. It must be ${description.must}.`
    )
  }
  if (issue.code !== 'custom') return wrongValue(wrong.place, key, wrong.value, description)
  const problem: unknown = issue.params?.['problem']
  if (!(problem instanceof Problem)) return settingProblem(key, `${wrong.place}: ${issue.message}`)
  return new Problem(problem.code, `${wrong.place}: ${problem.message}`, { details: problem.details ?? {} })
}

/** The key and description of the setting that an issue is about; its way may go on into a list. */
const settingAt = (path: readonly PropertyKey[]): readonly [string, Description] => {
  let schema: z.core.$ZodType = SETTINGS
  const way: string[] = []
  for (const step of path.map(String)) {
    if (!isHeading(schema)) break
    way.push(step)
    schema = entryOf(schema, step)
  }
  return [keyOf(way), descriptionOf(schema)]
}
