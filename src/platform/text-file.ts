import { readFile } from 'node:fs/promises'
import { ifThere } from './if-there.ts'
import { inputProblem } from './input-problem.ts'

/** The text of a small file in UTF-8; `undefined` where there is none. Throws `input_denied`. */
export const readTextFile = async (path: string): Promise<string | undefined> => {
  try {
    return await ifThere(readFile(path, 'utf8'))
  } catch (error) {
    throw inputProblem(path, error)
  }
}
