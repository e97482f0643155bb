import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { inputProblem } from './input-problem.ts'
import { fileInput, type InputSource, standardInput, unreadableInput } from './input-source.ts'

/** Which files of a folder are not meant, though they are there. */
export type IsLeftOut = (path: string) => boolean

/**
 * Everything to read under the given paths, in their order. A folder gives its files, and those of its folders, sorted
 * by name; names that begin with a dot are left out there, and so are pipes, devices and what `isLeftOut` says. Links are
 * followed, but no folder is entered twice. `-` is standard input.
 *
 * What is missing or may not be read is an input too: it throws its problem when it is opened, and the others are read.
 */
export async function* openInputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  isLeftOut: IsLeftOut = () => false
): AsyncGenerator<InputSource> {
  for (const path of paths) {
    if (path === '-') yield standardInput(stdin)
    else yield* inputsAt(path, isLeftOut)
  }
}

async function* inputsAt(path: string, isLeftOut: IsLeftOut): AsyncGenerator<InputSource> {
  const found = await look(path)
  if (found instanceof Problem) yield unreadableInput(path, found)
  else if (found.isDirectory()) yield* filledFolder(path, isLeftOut)
  else yield fileInput(path, found)
}

/** A folder by its given name: nothing in it is worth a word. */
async function* filledFolder(path: string, isLeftOut: IsLeftOut): AsyncGenerator<InputSource> {
  let isEmpty = true
  for await (const input of inputsIn(path, isLeftOut, new Set())) {
    isEmpty = false
    yield input
  }
  if (isEmpty) yield unreadableInput(path, new Problem('input_empty', `The folder ${printable(path)} holds no files.`))
}

/** `entered` holds the real paths of the folders on the way, which is what ends a loop of links. */
async function* inputsIn(folder: string, isLeftOut: IsLeftOut, entered: Set<string>): AsyncGenerator<InputSource> {
  const names = await list(folder, entered)
  if (names instanceof Problem) {
    yield unreadableInput(folder, names)
    return
  }
  for (const name of names) {
    const path = join(folder, name)
    if (isLeftOut(path)) continue
    const found = await look(path)
    if (found instanceof Problem) yield unreadableInput(path, found)
    else if (found.isDirectory()) yield* inputsIn(path, isLeftOut, entered)
    else if (found.isFile()) yield fileInput(path, found)
  }
}

const look = async (path: string): Promise<Stats | Problem> => {
  try {
    return await stat(path)
  } catch (error) {
    return inputProblem(path, error)
  }
}

/** The visible names in a folder, sorted; none where it was entered before. */
const list = async (folder: string, entered: Set<string>): Promise<readonly string[] | Problem> => {
  try {
    const real = await realpath(folder)
    if (entered.has(real)) return []
    entered.add(real)
    const names = await readdir(folder)
    return names.filter((name) => !name.startsWith('.')).sort()
  } catch (error) {
    return inputProblem(folder, error)
  }
}
