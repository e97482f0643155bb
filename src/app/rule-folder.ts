import { ruleText } from '../detect/rule-text.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Folder } from '../platform/folder.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { type FileOutcome, fillRuleFolder, type RuleFile } from './fill-rule-folder.ts'
import type { GroupSize } from './groups/group-size.ts'
import { formOf, requireSameForm } from './rule-form.ts'
import { readForm, ruleFileName } from './rule-manifest.ts'

/** How many files an export into a folder added, changed, left unchanged and removed. */
export type FolderReport = Record<FileOutcome, number>

/** Which rules a folder is to hold. */
export interface FolderRules {
  /** Is called twice and must give the same. */
  readonly files: () => AsyncIterable<RuleFile>
  /** How many indicators each may have; `undefined` is one. */
  readonly group: GroupSize | undefined
  /** Deletes nothing, for rules from inputs of which some could not be read. */
  readonly keepOthers: boolean
}

/**
 * Makes a folder hold exactly one file per rule, as {@link fillRuleFolder} does it. Throws `invalid_parameter` where it
 * holds rules of the other form, and leaves it as it was.
 */
export const writeRuleFolder = async (
  folder: Folder,
  { files, group, keepOthers }: FolderRules,
  crypto: Crypto
): Promise<FolderReport> => {
  requireSameForm(await readForm(folder), group)
  const report: FolderReport = { added: 0, changed: 0, unchanged: 0, removed: 0 }
  const digests = new Map<string, string>()
  for await (const { name, text } of files()) digests.set(name, crypto.sha256Hex(text))
  await fillRuleFolder(folder, {
    form: formOf(group),
    digests,
    files: files(),
    goes: () => !keepOthers,
    onFile(_name, outcome) {
      report[outcome]++
    }
  })
  return report
}

/** The files of single rules. */
export async function* ruleFiles(
  pages: AsyncIterable<readonly Indicator[]>,
  style: RuleStyle
): AsyncGenerator<RuleFile> {
  for await (const page of pages) {
    for (const indicator of page) yield { name: ruleFileName(indicator.id), text: ruleText(indicator, style) }
  }
}
