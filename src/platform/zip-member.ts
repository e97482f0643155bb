import type { Entry, ZipFile } from 'yauzl'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'

/** Members that a refusal names. */
const NAMED = 3

const STORED = 0
const DEFLATED = 8

/** Folders are no files, and neither are the resource forks that macOS packs beside every file. */
const isFile = (entry: Entry): boolean => !entry.fileName.endsWith('/') && !entry.fileName.startsWith('__MACOSX/')

/** The one file in an archive; throws `archive_members` where there is none or more than one. */
export const onlyMember = async (name: string, zip: ZipFile): Promise<Entry> => {
  const files: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (isFile(entry)) files.push(entry)
    if (files.length > NAMED) break
  }
  const [member, ...others] = files
  if (member === undefined) {
    throw new Problem('archive_members', `The archive ${printable(name)} holds no file.`)
  }
  if (others.length > 0) {
    const named = files.slice(0, NAMED).map((entry) => printable(entry.fileName))
    const more = files.length > NAMED ? ' and more' : ''
    throw new Problem(
      'archive_members',
      `The archive ${printable(name)} holds more than one file: ${named.join(', ')}${more}. Unpack it and give the files.`
    )
  }
  return member
}

/** Throws `archive_broken` where the member cannot be unpacked whatever its bytes are. */
export const requireReadable = (name: string, member: Entry): void => {
  if (member.isEncrypted()) {
    throw new Problem(
      'archive_broken',
      `The archive ${printable(name)} is encrypted. Unpack it with its password and give the file inside.`
    )
  }
  if (member.compressionMethod !== STORED && member.compressionMethod !== DEFLATED) {
    throw new Problem(
      'archive_broken',
      `The archive ${printable(name)} is packed by method ${member.compressionMethod}; only deflate and stored are known. Unpack it and give the file inside.`
    )
  }
}

/** Whether the bytes lie in the archive as they are. */
export const isStored = (member: Entry): boolean => member.compressionMethod === STORED
