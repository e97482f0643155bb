import { ruleText } from '../detect/rule-text.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Folder } from '../platform/folder.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { type FileOutcome, fillRuleFolder, type RuleFile } from './fill-rule-folder.ts'
import { ruleFileName } from './rule-manifest.ts'

/** How many files an export into a folder added, changed, left unchanged and removed. */
export type FolderReport = Record<FileOutcome, number>

/**
 * Makes a folder hold exactly one file per rule, as {@link fillRuleFolder} does it. `pages` is called twice and must
 * give the same. `keepOthers` deletes nothing, for rules from inputs of which some could not be read.
 */
export const writeRuleFolder = async (
  folder: Folder,
  pages: () => AsyncIterable<readonly Indicator[]>,
  style: RuleStyle,
  crypto: Crypto,
  keepOthers = false
): Promise<FolderReport> => {
  const report: FolderReport = { added: 0, changed: 0, unchanged: 0, removed: 0 }
  const digests = new Map<string, string>()
  for await (const { name, text } of filesOf(pages(), style)) digests.set(name, crypto.sha256Hex(text))
  await fillRuleFolder(folder, {
    digests,
    files: filesOf(pages(), style),
    goes: () => !keepOthers,
    onFile(_name, outcome) {
      report[outcome]++
    }
  })
  return report
}

async function* filesOf(pages: AsyncIterable<readonly Indicator[]>, style: RuleStyle): AsyncGenerator<RuleFile> {
  for await (const page of pages) {
    for (const indicator of page) yield { name: ruleFileName(indicator.id), text: ruleText(indicator, style) }
  }
}
