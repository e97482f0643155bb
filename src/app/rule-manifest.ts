import type { Folder } from '../platform/folder.ts'

/** Lists the rule files of a folder with their digests, in the form that `sha256sum --check` reads. */
export const MANIFEST = 'sigmill-rules.sha256'

/** SHA-256 digests of files, in hexadecimal digits, by file name. */
export type Manifest = ReadonlyMap<string, string>

/** The file of a rule: `ioc_774b7f91_285c_5690_a91e_baaac45d53ff.yml`, as SigmaHQ's file name check wants it. */
export const ruleFileName = (id: string): string => `ioc_${id.replaceAll('-', '_')}.yml`

/** The id of the rule in a file of that name. */
export const idInFileName = (name: string): string => name.slice('ioc_'.length, -'.yml'.length).replaceAll('_', '-')

const RULE_FILE = /^ioc_[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}\.yml$/

/** What a folder's manifest lists; names that no rule file has are passed over. */
export const readManifest = async (folder: Folder): Promise<Manifest> => {
  const entries = new Map<string, string>()
  for (const line of ((await folder.read(MANIFEST)) ?? '').split('\n')) {
    const [digest = '', name = ''] = line.split('  ')
    if (RULE_FILE.test(name)) entries.set(name, digest)
  }
  return entries
}

/** Writes a manifest, sorted by name; one that says the same stays untouched. */
export const writeManifest = async (folder: Folder, entries: Manifest): Promise<void> => {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `${digest}  ${name}\n`)
  await folder.writeIfChanged(MANIFEST, lines.join(''))
}
