import type { CHUNK_CHANGE } from '../../api/schemas/change.ts'
import type { Written } from '../../api/written.ts'
import type { WrittenChunkChange } from '../../app/changes/chunk-feed.ts'
import { formatInstant } from '../../indicator/time.ts'

/** A line of the changes feed about a grouped rule as a JSON object. */
export const chunkChangeObject = ({
  chunk,
  members,
  at,
  reason,
  rule,
  cursor
}: WrittenChunkChange): Written<typeof CHUNK_CHANGE> => {
  const facts = {
    rule_id: chunk.id,
    chunk: { type: chunk.group.kind, confidence: chunk.group.confidence, prefix: chunk.prefix, members },
    at: formatInstant(at),
    reason
  }
  return rule === undefined ? { op: 'remove', ...facts, cursor } : { op: 'put', ...facts, rule, cursor }
}
