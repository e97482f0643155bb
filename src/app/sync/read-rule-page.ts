import { createDocumentCutter, type CutDocument } from '../../sigma/check/document-cutter.ts'
import type { ServerAnswer } from '../../platform/server/ask-server.ts'
import { Problem } from '../../problem/problem.ts'
import { unexpectedAnswer } from './server-problem.ts'
import { readSyncedRule, type RefusedDocument, type SyncedRule } from './synced-rule.ts'
import { keepRule, MOST_SHOWN, type ReadingParts, type TakenRule } from './taken.ts'

/** The rules of one answer. */
export interface RulePage {
  /** By file name; of two with one id the later. */
  readonly rules: ReadonlyMap<string, TakenRule>
  /** Documents that hold something. */
  readonly documents: number
  /** Rules whose id another one of the answer has. */
  readonly repeated: number
  readonly refusals: number
  /** The first of the refused documents, by their places. */
  readonly refused: readonly string[]
}

/** Reads the answer of an export: multi-document YAML that somebody else wrote. Throws where it is something else. */
export const readRulePage = async (answer: ServerAnswer, place: string, parts: ReadingParts): Promise<RulePage> => {
  refuseOtherTypes(answer, place)
  const rules = new Map<string, TakenRule>()
  const refused: string[] = []
  let documents = 0
  let repeated = 0
  let refusals = 0
  for await (const document of cutDocuments(answer.body, place, parts)) {
    const rule = readDocument(document, parts)
    if (rule === undefined) continue
    documents++
    if ('reason' in rule) {
      refusals++
      if (refused.length < MOST_SHOWN)
        refused.push(`document ${document.number}, line ${document.line}: ${rule.reason}`)
      continue
    }
    if (rules.has(rule.name)) repeated++
    rules.set(rule.name, await keepRule(rule, undefined, parts))
  }
  const announced = answer.header('x-rule-count')
  if (announced !== undefined && Number(announced) !== documents) {
    throw half(place, `it announces ${announced.slice(0, 20)} rules and holds ${documents}`)
  }
  return { rules, documents, repeated, refusals, refused }
}

const refuseOtherTypes = (answer: ServerAnswer, place: string): void => {
  const type = (answer.header('content-type') ?? '').toLowerCase()
  if (type.includes('html')) throw unexpectedAnswer(place, 'answers with a web page instead of rules')
  if (type.includes('json')) throw unexpectedAnswer(place, 'answers with JSON instead of rules')
}

async function* cutDocuments(
  body: AsyncIterable<Uint8Array>,
  place: string,
  { longest }: ReadingParts
): AsyncGenerator<CutDocument> {
  const cutter = createDocumentCutter(longest)
  let isEmpty = true
  for await (const chunk of body) {
    if (chunk.length > 0) isEmpty = false
    yield* refusingPages(cutter.push(chunk), place)
  }
  if (isEmpty) throw half(place, 'there is not a byte in it')
  yield* refusingPages(cutter.end(), place)
}

/** A web page may come under any type. */
function* refusingPages(documents: Iterable<CutDocument>, place: string): Generator<CutDocument> {
  for (const document of documents) {
    if (document.number === 1 && document.text?.trimStart().startsWith('<') === true) {
      throw unexpectedAnswer(place, 'answers with a web page instead of rules')
    }
    yield document
  }
}

const readDocument = (
  { text, isBroken }: CutDocument,
  { longest }: ReadingParts
): SyncedRule | RefusedDocument | undefined => {
  if (text === undefined) return { reason: `it has more than ${longest} bytes` }
  return isBroken ? { reason: 'its bytes are no UTF-8' } : readSyncedRule(text)
}

const half = (place: string, reason: string): Problem =>
  new Problem('fetch_truncated', `The answer of ${place} is not whole: ${reason}.`)
