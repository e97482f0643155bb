import { createReadStream } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { onDisk } from './disk-problem.ts'
import { ifThere } from './if-there.ts'
import { inputProblem } from './input-problem.ts'
import { writeFileAtomically } from './output-file.ts'
import { placeFile } from './temporary-file.ts'

/**
 * A folder of text files and folders. Paths are plain names joined by `/`: anything hidden, a link, or what could lead
 * out of it throws `folder_not_ours`. Failures of the disk throw `disk_full` or `disk_denied`.
 */
export interface Tree {
  /** As it was opened, for messages. */
  readonly path: string
  /** Makes the folder where there is none. */
  make(): Promise<void>
  /** Every visible file in it, sorted by code point; none where the folder is not there. */
  list(): Promise<readonly string[]>
  /** The text of a file in pieces. Throws `input_missing` or `input_denied`. */
  read(path: string): AsyncIterable<string>
  /** Makes a file hold a text, whole or not at all, and safe from a power cut; folders on the way are made. */
  write(path: string, text: AsyncIterable<string>): Promise<void>
  /** Writes a file aside, where {@link place} finds it; it is not waited for the disk. */
  stage(path: string, text: AsyncIterable<string>): Promise<void>
  /** Moves a file that was staged to its place. */
  place(path: string): Promise<void>
  /** Throws away what was staged and not placed, by this run or one that was cut short. */
  unstage(): Promise<void>
  /** Deletes a file, if it is there, and the folders that are empty without it. */
  remove(path: string): Promise<void>
}

const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/
const STAGE = '.sigmill-stage'

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : 1)

/** Opens a folder, whether it is there or not. */
export const openTree = (root: string): Tree => {
  const stageRoot = join(root, STAGE)

  const notOurs = (path: string, reason: string): Problem =>
    new Problem(
      'folder_not_ours',
      `${printable(path)} in the folder ${printable(root)} ${reason}. Choose a folder of its own.`
    )

  const partsOf = (path: string): readonly string[] => {
    const parts = path.split('/')
    if (parts.every((part) => PLAIN_NAME.test(part))) return parts
    throw notOurs(path, 'is no plain path')
  }

  /** The place of a file, no part of which is a link. */
  const within = async (path: string): Promise<string> => {
    const parts = partsOf(path)
    let place = root
    for (const [index, part] of parts.entries()) {
      place = join(place, part)
      const found = await onDisk(place, () => ifThere(lstat(place)))
      if (found === undefined) return join(root, ...parts)
      const isRight = index === parts.length - 1 ? found.isFile() : found.isDirectory()
      if (!isRight) throw notOurs(path, 'is no plain file')
    }
    return place
  }

  const filesIn = async (folder: string, prefix: string): Promise<readonly string[]> => {
    const entries = (await onDisk(folder, () => ifThere(readdir(folder, { withFileTypes: true })))) ?? []
    const files: string[] = []
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = `${prefix}${entry.name}`
      if (entry.isDirectory()) files.push(...(await filesIn(join(folder, entry.name), `${path}/`)))
      else files.push(path)
    }
    return files
  }

  return {
    path: root,
    make: async () => void (await onDisk(root, () => mkdir(root, { recursive: true }))),
    list: async () => [...(await filesIn(root, ''))].sort(byCodePoint),
    async *read(path) {
      const place = await within(path)
      try {
        yield* createReadStream(place, { encoding: 'utf8' }) as AsyncIterable<string>
      } catch (error) {
        throw inputProblem(place, error)
      }
    },
    async write(path, text) {
      const place = await within(path)
      await onDisk(place, () => mkdir(dirname(place), { recursive: true }))
      await writeFileAtomically(place, text)
    },
    async stage(path, text) {
      const place = join(stageRoot, ...partsOf(path))
      await onDisk(place, async () => {
        await mkdir(dirname(place), { recursive: true })
        await placeFile(dirname(place), text, { mode: 0o666, durable: false }, (temporary) => rename(temporary, place))
      })
    },
    async place(path) {
      const place = await within(path)
      await onDisk(place, async () => {
        await mkdir(dirname(place), { recursive: true })
        await rename(join(stageRoot, path), place)
      })
    },
    async unstage() {
      await onDisk(stageRoot, () => rm(stageRoot, { recursive: true, force: true }))
    },
    async remove(path) {
      const place = await within(path)
      await onDisk(place, () => ifThere(unlink(place)))
      for (let folder = dirname(place); folder !== root; folder = dirname(folder)) {
        if (!(await removeIfEmpty(folder))) return
      }
    }
  }
}

/** Says whether the folder is gone. */
const removeIfEmpty = async (folder: string): Promise<boolean> => {
  const entries = await onDisk(folder, () => ifThere(readdir(folder)))
  if (entries === undefined) return true
  if (entries.length > 0) return false
  await onDisk(folder, () => rmdir(folder))
  return true
}
