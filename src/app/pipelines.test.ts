import { readdir, readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { attackingIp } from '../detect/recipes/attacking-ip.ts'
import { RECIPES } from '../detect/recipes.ts'
import type { LogSource } from '../sigma/rule.ts'
import { convertLine } from './pipeline-summary.ts'
import { PIPELINES, PIPELINE_NAMES, pipelineFile, type PipelineName } from './pipelines.ts'

const FOLDER = new URL('../../pipelines/', import.meta.url)

interface Item {
  readonly id: string
  readonly type: string
  readonly rule_conditions?: readonly (LogSource & { readonly type: string })[]
}

interface PipelineFile {
  readonly name: string
  readonly priority: number
  readonly transformations: readonly Item[]
  readonly postprocessing?: readonly Item[]
}

const read = async (name: PipelineName): Promise<PipelineFile> =>
  load(await readFile(new URL(pipelineFile(name), FOLDER), 'utf8')) as PipelineFile

/** A log source as a condition names it. */
const namesOf = ({ category, product, service }: LogSource): string => [category, product, service].join('/')

test('the list and the folder hold the same pipelines', async () => {
  expect(PIPELINE_NAMES.map(pipelineFile).toSorted()).toEqual((await readdir(FOLDER)).toSorted())
})

test('the package ships the folder', async () => {
  const { files } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly files: readonly string[]
  }
  expect(files).toContain('pipelines')
})

test.each(PIPELINES)('$name is a pipeline with a name, a priority and ids that are its own', async ({ name }) => {
  const pipeline = await read(name)
  expect(pipeline.name).toMatch(/^sigmill /)
  expect(pipeline.priority).toBeGreaterThan(0)
  const ids = [...pipeline.transformations, ...(pipeline.postprocessing ?? [])].map(({ id }) => id)
  expect(ids.every((id) => /^[a-z0-9_]+$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(PIPELINES)(
  '$name turns away every log source but those of the recipes, where it turns any away',
  async ({ name }) => {
    const sources = new Set([...Object.values(RECIPES), attackingIp].map(({ logsource }) => namesOf(logsource)))
    const refusals = (await read(name)).transformations.filter(({ type }) => type === 'rule_failure')
    for (const { rule_conditions: conditions = [] } of refusals) {
      expect(new Set(conditions.map(namesOf))).toEqual(sources)
    }
    expect(refusals.length).toBe(name === 'elastic-eql' || name === 'plain-hashes' ? 0 : 1)
  }
)

test.each(PIPELINES.flatMap(({ name, uses }) => uses.map((use) => ({ name, target: use.target, use }))))(
  'the head of $name shows how to convert for $target',
  async ({ name, use }) => {
    const text = await readFile(new URL(pipelineFile(name), FOLDER), 'utf8')
    expect(text).toContain(`#   ${convertLine(name, use)}\n`)
  }
)
