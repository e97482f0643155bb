import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { normalise } from './normalise.ts'
import { recognise } from './recognise.ts'
import { isRejection } from './rejection.ts'
import { ruleId } from './rule-id.ts'

const GOLDEN = new URL('../../tests/golden/ids.tsv', import.meta.url)
const rows = readFileSync(GOLDEN, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
const kindOf = (name: string | undefined) => KINDS.find((kind) => kind === name)

test('every kind is held by the golden file', () => {
  expect(new Set(rows.map(([kind]) => kind))).toEqual(new Set(KINDS))
  expect(rows.length).toBeGreaterThanOrEqual(60)
})

test.each(rows)('%s %s is %s with the id it has always had', (name, spelling = '', value = '', id = '') => {
  const kind = kindOf(name)
  const read = kind === undefined ? recognise('') : normalise(kind, spelling)
  if (isRejection(read)) throw new Error(`refused: ${read.reason}`)
  expect({ value: read.value, id: ruleId(read.kind, read.value) }).toEqual({ value, id })
})

test('spellings of one value have one id, and different values different ones', () => {
  const valueOfId = new Map(rows.map(([, , value, id]) => [id, value]))
  for (const [, , value, id] of rows) expect(valueOfId.get(id)).toBe(value)
  expect(valueOfId.size).toBe(new Set(rows.map(([, , value]) => value)).size)
})
