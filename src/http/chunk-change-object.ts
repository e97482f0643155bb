import type { WrittenChunkChange } from '../app/changes/chunk-feed.ts'
import { formatInstant } from '../indicator/time.ts'
import { knownValue } from './known.ts'

/** A line of the changes feed about a grouped rule as a JSON object; `rule` is there where the rule is to be kept. */
export const chunkChangeObject = ({ op, chunk, members, at, reason, rule, cursor }: WrittenChunkChange): object => ({
  op,
  rule_id: chunk.id,
  chunk: { type: chunk.group.kind, confidence: chunk.group.confidence, prefix: chunk.prefix, members },
  at: formatInstant(at),
  reason,
  ...knownValue('rule', rule),
  cursor
})
