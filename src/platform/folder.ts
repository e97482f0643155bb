import { lstat, mkdir, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { onDisk } from './disk-problem.ts'
import { ifThere } from './if-there.ts'
import { placeFile } from './temporary-file.ts'
import { readTextFile } from './text-file.ts'

/**
 * One folder of text files. Names are plain file names: a path, a link or anything that could lead out of the folder
 * throws `folder_not_ours`. Failures of the disk throw `disk_full` or `disk_denied`.
 */
export interface Folder {
  /** The visible names in it, sorted. */
  list(): Promise<readonly string[]>
  /** The text of a file; `undefined` where there is none. */
  read(name: string): Promise<string | undefined>
  /**
   * Makes a file hold this text and leaves one that does untouched. A file is replaced whole; it is not waited for
   * the disk, because a run repairs what the run before it lost.
   */
  writeIfChanged(name: string, text: string): Promise<'written' | 'unchanged'>
  /** Deletes a file, if it is there. */
  remove(name: string): Promise<void>
}

/** Letters, digits, `.`, `_` and `-`. */
const PLAIN_NAME = /^[A-Za-z0-9._-]+$/

/** Opens a folder, and makes it where there is none. */
export const openFolder = async (path: string): Promise<Folder> => {
  await onDisk(path, () => mkdir(path, { recursive: true }))

  const within = (name: string): string => {
    if (PLAIN_NAME.test(name) && name !== '.' && name !== '..') return join(path, name)
    throw notOurs(path, name, 'is no plain file name')
  }

  const read = async (name: string): Promise<string | undefined> => {
    const file = within(name)
    const found = await onDisk(file, () => ifThere(lstat(file)))
    if (found !== undefined && !found.isFile()) throw notOurs(path, name, 'is no plain file')
    return readTextFile(file)
  }

  return {
    read,
    async list() {
      const names = await onDisk(path, () => readdir(path))
      return names.filter((name) => !name.startsWith('.')).sort()
    },
    async writeIfChanged(name, text) {
      if ((await read(name)) === text) return 'unchanged'
      const file = within(name)
      await onDisk(file, () =>
        placeFile(path, text, { mode: 0o666, durable: false }, (temporary) => rename(temporary, file))
      )
      return 'written'
    },
    async remove(name) {
      const file = within(name)
      await onDisk(file, () => ifThere(unlink(file)))
    }
  }
}

/** Whether there is a folder at a path. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await onDisk(path, () => ifThere(stat(path))))?.isDirectory() === true

const notOurs = (folder: string, name: string, reason: string): Problem =>
  new Problem(
    'folder_not_ours',
    `${printable(name)} in the folder ${printable(folder)} ${reason}. Choose a folder of its own.`
  )
