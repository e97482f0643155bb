import { isJsonObject, type JsonObject, parseJson } from '../../bundle/json-value.ts'
import type { CountByKind } from '../../indicator/count-by-kind.ts'
import { KINDS } from '../../indicator/kind.ts'
import { parseInstant } from '../../indicator/parse-instant.ts'
import { type BundleManifest, FORMAT } from './bundle-manifest.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const countsOf = (value: unknown): CountByKind => {
  const counts: JsonObject = isJsonObject(value) ? value : {}
  return Object.fromEntries(KINDS.filter((kind) => kind in counts).map((kind) => [kind, numberOf(counts[kind])]))
}

/** Reads what `manifestText` and `writingManifestText` write; `undefined` for a text that is neither. */
export const readManifest = (text: string): BundleManifest | undefined => {
  const manifest = parseJson(text)
  if (!isJsonObject(manifest) || manifest['format'] !== FORMAT) return undefined
  const { target, filters, shape, position, rows, removals, files, writing } = manifest
  if (typeof target !== 'string') return undefined
  return {
    target,
    filters: textOf(filters),
    shape: textOf(shape),
    position: parseInstant(textOf(position)),
    rows: countsOf(rows),
    removals: countsOf(removals),
    files: listOf(files)
      .filter(isJsonObject)
      .map(({ path, bytes, sha256 }) => ({ path: textOf(path), bytes: numberOf(bytes), sha256: textOf(sha256) })),
    writing: listOf(writing).map(textOf)
  }
}
