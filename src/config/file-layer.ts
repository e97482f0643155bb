import { loadAll, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import type { Given, Layer } from './given.ts'
import { fileWord, keyOf } from './setting-names.ts'
import { type Heading, isHeading } from './setting-tree.ts'
import { settingProblem, unknownSetting } from './setting-problem.ts'
import { SETTINGS } from './settings.ts'
import { ADDED_TIER, TIER_NAME, TIER_NAME_MUST, TIERS } from './tiers.ts'

/** What a file of settings says, which is YAML or JSON. `file` is what messages call it. */
export const fileLayer = (file: string, text: string): Layer => {
  const layer = new Map<string, Given>()
  for (const given of valuesIn(file, parse(file, text), SETTINGS, [])) layer.set(keyOf(given.path), given)
  return layer
}

const parse = (file: string, text: string): unknown => {
  const [document, ...others] = documents(file, text)
  if (others.length > 0) throw settingProblem('config', `${file} holds more than one YAML document; keep one.`)
  return document
}

const documents = (file: string, text: string): readonly unknown[] => {
  try {
    return loadAll(text)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const line = error.mark === undefined ? '' : `, line ${error.mark.line + 1}`
    throw settingProblem('config', `${file}${line} is neither YAML nor JSON: ${error.reason}.`)
  }
}

/** Walks a mapping beside the tree of settings and gives every value that is one. */
function* valuesIn(file: string, node: unknown, heading: Heading, path: readonly string[]): Generator<Given> {
  const entries = Object.entries(mapping(file, node, path))
  if (heading === ADDED_TIER && entries.length === 0) {
    throw settingProblem(keyOf(path), `${keyOf(path)} in ${file} is empty: a tier that is added needs every figure.`)
  }
  for (const [word, value] of entries) {
    const [name, schema] = meaningOf(file, word, heading, path)
    const way = [...path, name]
    if (isHeading(schema)) yield* valuesIn(file, value, schema, way)
    else yield { origin: 'file', place: `${keyOf(way)} in ${file}`, path: way, value }
  }
}

/** Nothing under a heading is an empty mapping. */
const mapping = (file: string, node: unknown, path: readonly string[]): object => {
  if (node === null || node === undefined) return {}
  if (typeof node === 'object' && !Array.isArray(node)) return node
  const [key, place] = path.length === 0 ? ['config', file] : [keyOf(path), `${keyOf(path)} in ${file}`]
  throw settingProblem(key, `${place} must be a mapping of names to values.`)
}

/** The name and schema that a word of the file means. */
const meaningOf = (
  file: string,
  word: string,
  heading: Heading,
  path: readonly string[]
): readonly [string, z.core.$ZodType] => {
  const known = Object.entries(heading.shape).find(([name]) => fileWord(name) === word)
  if (known !== undefined) return known
  if (heading === TIERS && TIER_NAME.test(word)) return [word, ADDED_TIER]
  const place = `${JSON.stringify([...path.map(fileWord), word].join('.'))} in ${file}`
  if (heading === TIERS) throw settingProblem('tiers', `${place} is no name for a tier; write ${TIER_NAME_MUST}.`)
  throw unknownSetting(place, word, Object.keys(heading.shape).map(fileWord))
}
