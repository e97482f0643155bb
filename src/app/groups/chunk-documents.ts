import { groupRule } from '../../detect/group/group-rule.ts'
import type { RuleStyle } from '../../sigma/publisher.ts'
import { writeRule } from '../../sigma/write-rule.ts'
import type { RuleFile } from '../fill-rule-folder.ts'
import { ruleFileName } from '../rule-manifest.ts'
import { yamlDocuments } from '../yaml-documents.ts'
import type { FilledChunk } from './fill-chunks.ts'

/** The rule of a chunk as one YAML document. */
export const chunkRuleText = ({ chunk, members }: FilledChunk, style: RuleStyle): string =>
  writeRule(groupRule(chunk.group, members, chunk, style))

async function* eachAlone<Item>(items: AsyncIterable<Item>): AsyncGenerator<readonly Item[]> {
  for await (const item of items) yield [item]
}

/** The rules of chunks, in blocks of bytes. */
export const chunkDocuments = (chunks: AsyncIterable<FilledChunk>, style: RuleStyle): AsyncGenerator<Uint8Array> =>
  yamlDocuments(eachAlone(chunks), (chunk) => chunkRuleText(chunk, style))

/** The files of grouped rules, one for each chunk. */
export async function* chunkFiles(chunks: AsyncIterable<FilledChunk>, style: RuleStyle): AsyncGenerator<RuleFile> {
  for await (const filled of chunks) yield { name: ruleFileName(filled.chunk.id), text: chunkRuleText(filled, style) }
}
