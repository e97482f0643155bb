import type { AcrossChecks } from './across-checks.ts'
import type { Check } from './check.ts'
import { CHECKS } from './checks.ts'
import type { CutDocument } from './document-cutter.ts'
import { type Filed, fileError } from './filed.ts'
import type { LegacyActions } from './legacy-actions.ts'
import type { PlaceOf } from './position.ts'
import { readYaml } from './read-yaml.ts'
import { type DocumentKind, readSigmaDocument } from './sigma-document.ts'
import { YamlFault } from './yaml-fault.ts'
import { type MapNode, nounOf } from './yaml-node.ts'

/** A document that could be cut and has a text. */
export interface ReadableDocument extends CutDocument {
  readonly text: string
  readonly placeOf: PlaceOf
}

/** What a file's documents share. */
export interface FileContext {
  readonly across: AcrossChecks
  readonly actions: LegacyActions
}

/** Everything wrong with a document. */
export function* checkDocument(document: ReadableDocument, context: FileContext): Generator<Filed> {
  const { text } = document
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
    yield* checkMap(root, document, context)
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
  { number, placeOf }: ReadableDocument,
  { across, actions }: FileContext
): Generator<Filed> {
  const map = actions.apply(root)
  if (map === 'none') return
  if (map === 'unknown') {
    yield fileError('action', { at: root.at, field: 'action', reason: 'there is no such action; take it out' })
    return
  }
  if (map === 'too-much') {
    const reason = 'the file shares too many values by action; write them into its rules'
    yield fileError('action', { at: root.at, field: 'action', reason })
    return
  }
  const document = readSigmaDocument(map)
  for (const check of CHECKS_OF[document.kind]) {
    const { name, severity } = check
    for (const { at, field, reason } of check.find(document)) yield { check: name, severity, at, field, reason }
  }
  yield* across.document(document, number, placeOf)
}
