import type { GROUP_MANIFEST_LINE } from '../../api/schemas/manifest.ts'
import type { Written } from '../../api/written.ts'
import { groupRule } from '../../detect/group/group-rule.ts'
import type { RuleStyle } from '../../sigma/publisher.ts'
import { shownValue } from '../../indicator/shown-value.ts'
import type { FilledChunk } from './fill-chunks.ts'

/** What an alert wants to know of a grouped rule, as one JSON object: above all, whom it may be about. */
const manifestLine = ({ chunk, members }: FilledChunk, style: RuleStyle): Written<typeof GROUP_MANIFEST_LINE> => {
  const { group, size, prefix, id } = chunk
  const { title } = groupRule(group, members, chunk, style)
  return {
    rule_id: id,
    type: group.kind,
    title,
    level: group.level,
    confidence: group.confidence,
    tactics: group.tactics,
    group: size,
    prefix,
    members: members.map((member) => ({
      rule_id: member.id,
      value: shownValue(member),
      why: `/api/v1/iocs/sigma/${member.id}/why`
    }))
  }
}

/** JSON lines: each chunk with its members. */
export async function* chunkManifestLines(
  chunks: AsyncIterable<FilledChunk>,
  style: RuleStyle
): AsyncGenerator<string> {
  for await (const filled of chunks) yield `${JSON.stringify(manifestLine(filled, style))}\n`
}
