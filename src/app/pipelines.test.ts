import { readdir, readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { convertLine } from './pipeline-summary.ts'
import { PIPELINES, PIPELINE_NAMES, pipelineFile } from './pipelines.ts'

const FOLDER = new URL('../../pipelines/', import.meta.url)

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
  const pipeline = load(await readFile(new URL(pipelineFile(name), FOLDER), 'utf8')) as {
    readonly name: string
    readonly priority: number
    readonly transformations: readonly { readonly id: string }[]
    readonly postprocessing?: readonly { readonly id: string }[]
  }
  expect(pipeline.name).toMatch(/^sigmill /)
  expect(pipeline.priority).toBeGreaterThan(0)
  const ids = [...pipeline.transformations, ...(pipeline.postprocessing ?? [])].map(({ id }) => id)
  expect(ids.every((id) => /^[a-z0-9_]+$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(PIPELINES.flatMap(({ name, uses }) => uses.map((use) => ({ name, target: use.target, use }))))(
  'the head of $name shows how to convert for $target',
  async ({ name, use }) => {
    const text = await readFile(new URL(pipelineFile(name), FOLDER), 'utf8')
    expect(text).toContain(`#   ${convertLine(name, use)}\n`)
  }
)
