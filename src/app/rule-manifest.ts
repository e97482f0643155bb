import type { Folder } from '../platform/folder.ts'
import type { RuleForm } from './rule-form.ts'

/** Lists the rule files of a folder with their digests, in the form that `sha256sum --check` reads. */
export const MANIFEST = 'sigmill-rules.sha256'

/** SHA-256 digests of files, in hexadecimal digits, by file name. */
export type Manifest = ReadonlyMap<string, string>

/** The file of a rule: `ioc_774b7f91_285c_5690_a91e_baaac45d53ff.yml`, as SigmaHQ's file name check wants it. */
export const ruleFileName = (id: string): string => `ioc_${id.replaceAll('-', '_')}.yml`

/** The id of the rule in a file of that name. */
export const idInFileName = (name: string): string => name.slice('ioc_'.length, -'.yml'.length).replaceAll('_', '-')

const RULE_FILE = /^ioc_[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}\.yml$/

/** The first line of a manifest of grouped rules. Tools pass over it, as over every line that begins with `#`. */
const GROUPED = '# grouped rules'

const linesOf = async (folder: Folder): Promise<readonly string[]> => ((await folder.read(MANIFEST)) ?? '').split('\n')

const entriesIn = (lines: readonly string[]): Manifest => {
  const entries = new Map<string, string>()
  for (const line of lines) {
    const [digest = '', name = ''] = line.split('  ')
    if (RULE_FILE.test(name)) entries.set(name, digest)
  }
  return entries
}

/** What a folder's manifest lists; names that no rule file has are passed over. */
export const readManifest = async (folder: Folder): Promise<Manifest> => entriesIn(await linesOf(folder))

/** The form of a folder's rules, as its manifest says; `undefined` where it lists none. */
export const readForm = async (folder: Folder): Promise<RuleForm | undefined> => {
  const lines = await linesOf(folder)
  if (lines.includes(GROUPED)) return 'grouped'
  return entriesIn(lines).size > 0 ? 'single' : undefined
}

/** Writes a manifest, sorted by name; one that says the same stays untouched. */
export const writeManifest = async (folder: Folder, entries: Manifest, form: RuleForm): Promise<void> => {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `${digest}  ${name}\n`)
  await folder.writeIfChanged(MANIFEST, [...(form === 'grouped' ? [`${GROUPED}\n`] : []), ...lines].join(''))
}
