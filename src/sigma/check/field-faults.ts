import { codePointsOf } from '../../indicator/code-points.ts'
import type { Complaint } from './finding.ts'
import type { SigmaDocument } from './sigma-document.ts'
import { isNothing, isScalar, type ListNode, nounOf, type ScalarNode, valueOf, type YamlNode } from './yaml-node.ts'

/** A field of a document that is there. An empty one counts where the JSON schema rules, which knows rules only. */
export const fieldOf = ({ kind, root }: SigmaDocument, name: string): YamlNode | undefined => {
  const node = valueOf(root, name)
  return kind !== 'rule' && isNothing(node) ? undefined : node
}

/** Complains about a node. */
export const complain = (node: { readonly at: number }, field: string, reason: string): Complaint => ({
  at: node.at,
  field,
  reason
})

/** The text of a field, or the complaint that it is something else; `undefined` where it is not there. */
export const textOf = (document: SigmaDocument, name: string): ScalarNode | Complaint | undefined => {
  const node = fieldOf(document, name)
  if (node === undefined || isScalar(node, 'string')) return node
  return complain(node, name, `it is ${nounOf(node)} and must be text; ${remedyFor(node)}`)
}

const remedyFor = (node: YamlNode): string => {
  if (isNothing(node)) return 'fill it or leave the field out'
  return node.kind === 'scalar' ? 'quote it' : 'write it on one line'
}

/** Whether {@link textOf} or {@link listOf} found a complaint instead. */
export const isComplaint = (found: YamlNode | Complaint): found is Complaint => 'reason' in found

/** Complaints about a field that must be text with so many characters at most. */
export function* textFaults(
  document: SigmaDocument,
  name: string,
  longest = Number.POSITIVE_INFINITY
): Generator<Complaint> {
  const text = textOf(document, name)
  if (text === undefined) return
  if (isComplaint(text)) yield text
  else if (isLongerThan(text.text, longest))
    yield complain(text, name, `it has more than ${longest} characters; shorten it`)
}

/** Whether a text has more than so many code points. */
export const isLongerThan = (text: string, longest: number): boolean =>
  text.length > longest && codePointsOf(text).length > longest

/** The list in a field, or the complaint that it is something else; `undefined` where it is not there. */
export const listOf = (document: SigmaDocument, name: string): ListNode | Complaint | undefined => {
  const node = fieldOf(document, name)
  if (node === undefined || node.kind === 'list') return node
  const remedy = isNothing(node)
    ? 'fill it or leave the field out'
    : `write each item on a line of its own that begins with "- "`
  return complain(node, name, `it is ${nounOf(node)} and must be a list; ${remedy}`)
}

/** Complaints about a field that must be a list of texts with so many characters at least. */
export function* listFaults(document: SigmaDocument, name: string, shortest = 0): Generator<Complaint> {
  const list = listOf(document, name)
  if (list === undefined) return
  if (isComplaint(list)) yield list
  else if (document.kind === 'rule') for (const item of list.items) yield* itemFaults(item, name, shortest)
}

function* itemFaults(item: YamlNode, name: string, shortest: number): Generator<Complaint> {
  if (!isScalar(item, 'string'))
    yield complain(item, name, `an item is ${nounOf(item)} and must be text; quote it or take it out`)
  else if (codePointsOf(item.text).length < shortest)
    yield complain(item, name, `an item has fewer than ${shortest} characters; write more or take it out`)
}

/** The texts in a list that stand there a second time. */
export function* repeatedTexts(list: YamlNode | Complaint | undefined): Generator<ScalarNode> {
  if (list === undefined || isComplaint(list) || list.kind !== 'list') return
  const seen = new Set<string>()
  for (const item of list.items) {
    if (!isScalar(item, 'string')) continue
    if (seen.has(item.text)) yield item
    seen.add(item.text)
  }
}
