import type { RuleFile } from '../app/fill-rule-folder.ts'

/** Rules of one view, which may be asked for as often as need be. */
export interface RuleSource {
  /** One YAML file, in blocks of bytes. */
  documents(): AsyncIterable<Uint8Array>
  files(): AsyncIterable<RuleFile>
  /** What the last run gave, for people; `where` says where it was written. */
  tallyText(where: string): readonly string[]
}
