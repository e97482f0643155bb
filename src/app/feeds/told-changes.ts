import type { FeedRecord } from '../../store/feed-store.ts'
import type { FeedEdit } from './feed-edit.ts'

/** The parts that decide who may see what a feed says, and what becomes of it. */
const TOLD = ['mode', 'confidence', 'tlp'] as const

/** What those parts of a feed were that an edit says anew, and what they are, as `name = value`; nothing where it says none. */
export const toldChanges = (
  before: FeedRecord,
  after: FeedRecord,
  edit: FeedEdit
): { readonly before?: readonly string[]; readonly after?: readonly string[] } => {
  const parts = TOLD.filter((part) => edit[part] !== undefined)
  if (parts.length === 0) return {}
  const linesOf = (record: FeedRecord): readonly string[] => parts.map((part) => `${part} = ${record[part] ?? 'none'}`)
  return { before: linesOf(before), after: linesOf(after) }
}
