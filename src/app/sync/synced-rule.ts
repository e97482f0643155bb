import { readYaml } from '../../sigma/check/read-yaml.ts'
import { YamlFault } from '../../sigma/check/yaml-fault.ts'
import { isScalar, type MapNode, nounOf, valueOf } from '../../sigma/check/yaml-node.ts'
import { ruleFileName } from '../rule-manifest.ts'
import { type RuleType, ruleType } from './rule-type.ts'

/** A rule as a server gives it. */
export interface SyncedRule {
  readonly id: string
  /** The name of its file. */
  readonly name: string
  /** Hostile text, as everything that a server gives. */
  readonly title: string
  readonly type: RuleType
  /** Its document as a file of its own. */
  readonly text: string
}

/** Why a document is no rule that a file can be made of. */
export interface RefusedDocument {
  readonly reason: string
}

/** RFC 9562, section 4. Nothing else may become a part of a file's name. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id of a rule in lower case; `undefined` where the text is none. */
export const ruleId = (text: string): string | undefined => {
  const id = text.toLowerCase()
  return UUID.test(id) ? id : undefined
}

const SEPARATOR = '---\n'

const fileText = (document: string): string => {
  const text = document.startsWith(SEPARATOR) ? document.slice(SEPARATOR.length) : document
  return text.endsWith('\n') ? text : `${text}\n`
}

/** Reads a YAML document as a rule; `undefined` where it holds nothing. */
export const readSyncedRule = (document: string): SyncedRule | RefusedDocument | undefined => {
  const yaml = readYaml(document)
  if (yaml instanceof YamlFault) return { reason: `it is no YAML: ${yaml.message}` }
  const { root } = yaml
  if (root === undefined) return undefined
  return root.kind === 'map' ? ruleOf(root, document) : { reason: `it is ${nounOf(root)} instead of a rule` }
}

const ruleOf = (root: MapNode, document: string): SyncedRule | RefusedDocument => {
  if (valueOf(root, 'action') !== undefined) return { reason: 'it shares its parts with others by "action"' }
  const written = valueOf(root, 'id')
  if (written === undefined) return { reason: 'it has no id' }
  const id = isScalar(written, 'string') ? ruleId(written.text) : undefined
  if (id === undefined) return { reason: 'its id is no UUID' }
  const title = valueOf(root, 'title')
  return {
    id,
    name: ruleFileName(id),
    title: title?.kind === 'scalar' ? title.text : '',
    type: ruleType(root, document),
    text: fileText(document)
  }
}
