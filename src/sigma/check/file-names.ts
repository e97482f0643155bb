import type { Finding } from './finding.ts'
import { quoted } from './quoted.ts'

const SHORTEST = 10
const LONGEST = 90

/**
 * What is wrong with the name of a file that holds one rule. `known` holds the paths by their last part, and is added to.
 * pySigma's `filename_length` and `duplicate_filename`.
 */
export function* fileNameFaults(path: string, known: Map<string, string>): Generator<Finding> {
  if (path === '-') return
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const place = { file: path, document: 1, line: 1, column: 1, severity: 'high', field: '' } as const
  if (name.length < SHORTEST || name.length > LONGEST) {
    const reason = `the name of its file has fewer than ${SHORTEST} or more than ${LONGEST} characters; rename the file`
    yield { ...place, check: 'file-name-length', reason }
  }
  const first = known.get(name)
  if (first === undefined) known.set(name, path)
  else if (first !== path)
    yield {
      ...place,
      check: 'duplicate-file-name',
      reason: `${quoted(first)} has the same file name; rename one`
    }
}
