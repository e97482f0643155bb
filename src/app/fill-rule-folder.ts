import type { Folder } from '../platform/folder.ts'
import type { RuleForm } from './rule-form.ts'
import { type Manifest, readManifest, writeManifest } from './rule-manifest.ts'

/** A rule file as it is to be. */
export interface RuleFile {
  readonly name: string
  readonly text: string
}

/** What became of a file. */
export type FileOutcome = 'added' | 'changed' | 'unchanged' | 'removed'

/** What is to become of a folder. */
export interface FolderOrder {
  readonly form: RuleForm
  /** The digests of all files that are to be written. */
  readonly digests: Manifest
  /** Those files. */
  readonly files: AsyncIterable<RuleFile>
  /** Whether a file that the manifest lists and that is not among them goes. */
  readonly goes: (name: string) => boolean
  /** Hears of each file: behind its writing, and before its removal. */
  readonly onFile: (name: string, outcome: FileOutcome) => void | Promise<void>
}

/**
 * Writes rule files into a folder and removes others. Files that say the same stay untouched, and only files that the
 * folder's manifest lists are ever deleted. The manifest names new files before they are written, so that a run that was
 * cut short leaves nothing behind that the next one would not clean up.
 */
export const fillRuleFolder = async (folder: Folder, order: FolderOrder): Promise<void> => {
  const { form, digests, files, goes, onFile } = order
  const before = await readManifest(folder)
  const after = new Map([...before, ...digests])
  await writeManifest(folder, after, form)
  for await (const { name, text } of files) {
    const outcome = await folder.writeIfChanged(name, text)
    if (outcome === 'unchanged') await onFile(name, 'unchanged')
    else await onFile(name, before.has(name) ? 'changed' : 'added')
  }
  for (const name of before.keys()) {
    if (digests.has(name) || !goes(name)) continue
    await onFile(name, 'removed')
    await folder.remove(name)
    after.delete(name)
  }
  await writeManifest(folder, after, form)
}
