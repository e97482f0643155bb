import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Mutation } from './mutation.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/** What rules and their queries are made by. */
const PARTS = ['package.json', 'src/problem', 'src/indicator', 'src/sigma', 'src/detect', 'pipelines']

const isProduct = (path: string): boolean => !path.endsWith('.test.ts')

const mutate = (text: string, { name, file, find, replace }: Mutation): string => {
  const places = text.split(find).length - 1
  if (places !== 1) throw new Error(`"${name}": the text to replace stands ${places} times in ${file}, not once.`)
  return text.replace(find, () => replace)
}

/** Makes a copy of the project with the fault in it, runs `use` with its root, and removes it. */
export const withMutatedProject = async <T>(mutation: Mutation, use: (root: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-mutation-'))
  try {
    for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: isProduct })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    const file = join(folder, mutation.file)
    writeFileSync(file, mutate(readFileSync(file, 'utf8'), mutation))
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
