import { ruleText } from '../detect/rule-text.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Folder } from '../platform/folder.ts'
import type { RuleStyle } from '../sigma/publisher.ts'

/** Lists the rule files of a folder with their digests, in the form that `sha256sum --check` reads. */
export const MANIFEST = 'sigmill-rules.sha256'

/** What an export into a folder did. */
export interface FolderReport {
  added: number
  changed: number
  unchanged: number
  removed: number
}

/** The file of a rule: `ioc_774b7f91_285c_5690_a91e_baaac45d53ff.yml`, as SigmaHQ's file name check wants it. */
export const ruleFileName = (id: string): string => `ioc_${id.replaceAll('-', '_')}.yml`

const RULE_FILE = /^ioc_[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}\.yml$/

const readManifest = async (folder: Folder): Promise<Map<string, string>> => {
  const entries = new Map<string, string>()
  for (const line of ((await folder.read(MANIFEST)) ?? '').split('\n')) {
    const [digest = '', name = ''] = line.split('  ')
    if (RULE_FILE.test(name)) entries.set(name, digest)
  }
  return entries
}

const writeManifest = async (folder: Folder, entries: ReadonlyMap<string, string>): Promise<void> => {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `${digest}  ${name}\n`)
  await folder.writeIfChanged(MANIFEST, lines.join(''))
}

/**
 * Makes a folder hold exactly one file per rule. Files that say the same stay untouched, and only files that the
 * folder's manifest lists are ever deleted. The manifest names new files before they are written, so that a run that
 * was cut short leaves nothing behind that the next one would not clean up. `keepOthers` deletes nothing, for rules
 * from inputs of which some could not be read.
 */
export const writeRuleFolder = async (
  folder: Folder,
  pages: () => AsyncIterable<readonly Indicator[]>,
  style: RuleStyle,
  crypto: Crypto,
  keepOthers = false
): Promise<FolderReport> => {
  const before = await readManifest(folder)
  const after = new Map<string, string>()
  const report: FolderReport = { added: 0, changed: 0, unchanged: 0, removed: 0 }
  const announced = new Map(before)
  for await (const page of pages()) {
    const documents = page.map((indicator) => ({
      name: ruleFileName(indicator.id),
      text: ruleText(indicator, style)
    }))
    for (const { name, text } of documents) after.set(name, crypto.sha256Hex(text))
  }
  for (const [name, digest] of after) announced.set(name, digest)
  await writeManifest(folder, announced)
  for await (const page of pages()) {
    for (const indicator of page) {
      const name = ruleFileName(indicator.id)
      const outcome = await folder.writeIfChanged(name, ruleText(indicator, style))
      if (outcome === 'unchanged') report.unchanged++
      else if (before.has(name)) report.changed++
      else report.added++
    }
  }
  for (const [name, digest] of before) {
    if (after.has(name)) continue
    if (keepOthers) {
      after.set(name, digest)
      continue
    }
    await folder.remove(name)
    report.removed++
  }
  await writeManifest(folder, after)
  return report
}
