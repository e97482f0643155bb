import type { AcrossChecks } from './across-checks.ts'
import type { Check } from './check.ts'
import { CHECKS } from './checks.ts'
import type { CutDocument } from './document-cutter.ts'
import { type Filed, fileError } from './filed.ts'
import type { LegacyActions } from './legacy-actions.ts'
import { positionAt } from './position.ts'
import { readYaml } from './read-yaml.ts'
import { type DocumentKind, readSigmaDocument } from './sigma-document.ts'
import { YamlFault } from './yaml-fault.ts'
import { type MapNode, nounOf } from './yaml-node.ts'

/** What a file's documents share. */
export interface FileContext {
  readonly across: AcrossChecks
  readonly actions: LegacyActions
}

/** Everything wrong with a document that could be cut and has a text. */
export function* checkDocument(text: string, document: CutDocument, context: FileContext): Generator<Filed> {
  if (document.isBroken) {
    const at = text.indexOf('\ufffd')
    yield fileError('yaml', { at, field: '', reason: 'its bytes are no UTF-8 from there on; save the file as UTF-8' })
    return
  }
  const yaml = readYaml(text)
  if (yaml instanceof YamlFault) {
    yield fileError('yaml', { at: yaml.at, field: '', reason: `it is no YAML that Sigma tools read: ${yaml.message}` })
    return
  }
  for (const { key } of yaml.repeated) {
    const reason = 'the key stands there twice, and the first is lost; take one out'
    yield fileError('duplicate-key', { at: key.at, field: key.text, reason })
  }
  const { root } = yaml
  if (root === undefined) {
    const reason = 'it is empty, and some Sigma tools crash on that; take out the --- before or behind it'
    yield fileError('empty-document', { at: 0, field: '', reason })
  } else if (root.kind === 'map') {
    yield* checkMap(root, text, document, context)
  } else {
    yield fileError('no-map', {
      at: root.at,
      field: '',
      reason: `it is ${nounOf(root)} and must be a map; write a rule`
    })
  }
}

const checksOf = (kind: DocumentKind): readonly Check[] => CHECKS.filter(({ appliesTo }) => appliesTo.includes(kind))

const CHECKS_OF: Readonly<Record<DocumentKind, readonly Check[]>> = {
  rule: checksOf('rule'),
  correlation: checksOf('correlation'),
  filter: checksOf('filter')
}

function* checkMap(
  root: MapNode,
  text: string,
  { number, line }: CutDocument,
  { across, actions }: FileContext
): Generator<Filed> {
  const map = actions.apply(root)
  if (map === 'none') return
  if (map === 'unknown') {
    yield fileError('action', { at: root.at, field: 'action', reason: 'there is no such action; take it out' })
    return
  }
  const document = readSigmaDocument(map)
  for (const check of CHECKS_OF[document.kind]) {
    const { name: rule, severity } = check
    for (const { at, field, reason } of check.find(document)) yield { rule, severity, at, field, reason }
  }
  yield* across.document(document, number, (at) => {
    const position = positionAt(text, at)
    return { line: line + position.line - 1, column: position.column }
  })
}
