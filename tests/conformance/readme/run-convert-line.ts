import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLines } from '../execution/json-lines.ts'
import type { ConvertLine } from './convert-lines.ts'
import type { Shell } from './shell.ts'

const countRules = (file: string): number => readFileSync(file, 'utf8').match(/^id: /gm)?.length ?? 0

const countLines = (output: string): number => output.split('\n').filter((line) => line.trim() !== '').length

/** What is wrong with what a line printed for so many rules. A query has one line or more. */
const wrongIn = (output: string, { prints }: ConvertLine, rules: number): readonly string[] => {
  const lines = countLines(output)
  if (prints === 'queries' ? lines < rules : lines !== rules) return [`printed ${lines} lines for ${rules} rules`]
  if (prints === 'queries') return []
  try {
    jsonLines(output)
    return []
  } catch (refused) {
    return [String(refused)]
  }
}

/** What went wrong with a convert line in a folder that holds `iocs.txt` and every pipeline; none when it did as told. */
export const runConvertLine = (shell: Shell, folder: string, told: ConvertLine): readonly string[] => {
  const { line, kinds, generation } = told
  const written = shell(generation, `sigmill rules iocs.txt --type ${kinds.join(',')} -o rules.yml`)
  if ('failure' in written) return [`${line}: ${written.failure}`]
  const rules = countRules(join(folder, 'rules.yml'))
  if (rules < kinds.length) return [`${line}: ${rules} rules for ${kinds.length} kinds`]
  const printed = shell(generation, line)
  if ('failure' in printed) return [`${line}: ${printed.failure}`]
  return wrongIn(printed.output, told, rules).map((wrong) => `${line}: ${wrong}`)
}
