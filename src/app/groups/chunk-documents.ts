import { groupRule } from '../../detect/group/group-rule.ts'
import type { RuleStyle } from '../../sigma/publisher.ts'
import { DOCUMENT_SEPARATOR, writeRule } from '../../sigma/write-rule.ts'
import type { RuleFile } from '../fill-rule-folder.ts'
import { NO_RULES } from '../rule-documents.ts'
import { ruleFileName } from '../rule-manifest.ts'
import type { FilledChunk } from './fill-chunks.ts'

/** The rule of a chunk as one YAML document. */
export const chunkRuleText = ({ chunk, members }: FilledChunk, style: RuleStyle): string =>
  writeRule(groupRule(chunk.group, members, chunk, style))

/** Multi-document YAML over chunks: separators between documents, none after the last. */
export async function* chunkDocuments(chunks: AsyncIterable<FilledChunk>, style: RuleStyle): AsyncGenerator<string> {
  let isFirst = true
  for await (const chunk of chunks) {
    const text = chunkRuleText(chunk, style)
    yield isFirst ? text : DOCUMENT_SEPARATOR + text
    isFirst = false
  }
  if (isFirst) yield NO_RULES
}

/** The files of grouped rules, one for each chunk. */
export async function* chunkFiles(chunks: AsyncIterable<FilledChunk>, style: RuleStyle): AsyncGenerator<RuleFile> {
  for await (const filled of chunks) yield { name: ruleFileName(filled.chunk.id), text: chunkRuleText(filled, style) }
}
