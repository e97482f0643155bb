import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What tells a written file from one that was left alone: its inode and times, hidden files and the folder itself included. */
export type FolderLook = ReadonlyMap<string, string>

/** Looks at a folder without reading a file; at one that is not there, nothing is seen. */
export const lookAtFolder = async (path: string): Promise<FolderLook> => {
  const names = await readdir(path).catch(() => undefined)
  if (names === undefined) return new Map()
  const looks = ['.', ...names].map(async (name) => {
    const { ino, mtimeNs, ctimeNs } = await lstat(join(path, name), { bigint: true })
    return [name, `${ino} ${mtimeNs} ${ctimeNs}`] as const
  })
  return new Map(await Promise.all(looks))
}

/** The files that were there before and were written since. */
export const rewrittenSince = (before: FolderLook, after: FolderLook): readonly string[] =>
  [...after].filter(([name, look]) => before.has(name) && before.get(name) !== look).map(([name]) => name)
