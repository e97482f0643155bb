import { capFindings } from './cap-findings.ts'
import { fileNameFaults } from './file-names.ts'
import type { Finding } from './finding.ts'
import type { Filed } from './filed.ts'
import { lastBelow } from './last-below.ts'
import type { PlaceOf } from './position.ts'
import { quoted } from './quoted.ts'
import { readReferences } from './rule-references.ts'
import { createSeenTexts, type SeenTexts } from './seen-texts.ts'
import type { SigmaDocument } from './sigma-document.ts'
import { readUuid } from './uuid.ts'
import { isScalar, type ScalarNode, valueOf } from './yaml-node.ts'

/** Checks what documents have to do with each other. */
export interface AcrossChecks {
  beginFile(name: string): void
  /** Holds a document against those before it. `placeOf` tells where an offset of it stands in its file. */
  document(document: SigmaDocument, number: number, placeOf: PlaceOf): Generator<Filed>
  endFile(documents: number): Generator<Finding>
  /** What rules that other documents refer to are not there. */
  end(): Generator<Finding>
}

/** A file, and how many documents were seen before it. */
interface FilePlace {
  readonly name: string
  readonly before: number
}

interface Pending {
  readonly finding: Finding
  readonly reference: string
}

/** Begins with nothing seen. */
export const createAcrossChecks = (): AcrossChecks => {
  const ids = createSeenTexts()
  const titles = createSeenTexts()
  const names = createSeenTexts()
  const fileNames = new Map<string, string>()
  /** The files by their order: how many documents were seen before each, and its name. */
  const begins: number[] = []
  const files: string[] = []
  /** By document. */
  const pending: (readonly Pending[])[] = []
  let current: FilePlace = { name: '', before: 0 }
  let seen = 0

  /** `document 3 of rules.yml` for the number that a document was remembered with. */
  const nameOf = (ordinal: number): string => {
    const at = lastBelow(begins, ordinal)
    return `document ${ordinal - Number(begins[at])} of ${quoted(String(files[at]))}`
  }

  function* compare(texts: SeenTexts, what: string, node: ScalarNode, text: string, ordinal: number): Generator<Filed> {
    const first = texts.add(text, ordinal)
    if (first === undefined) return
    const reason = `${nameOf(first)} has the same ${what}; give each rule its own`
    yield { check: `duplicate-${what}`, severity: 'high', at: node.at, field: what, reason }
  }

  function* unresolved(references: readonly Pending[]): Generator<Finding> {
    for (const { finding, reference } of references) {
      const uuid = readUuid(reference)
      if (!(uuid === undefined ? names.has(reference) : ids.has(uuid))) yield finding
    }
  }

  return {
    beginFile(name) {
      current = { name, before: seen }
      begins.push(seen)
      files.push(name)
    },
    *document(document, number, placeOf) {
      const { before, name: file } = current
      const ordinal = before + number
      seen = ordinal
      if (document.kind === 'filter') return
      const id = valueOf(document.root, 'id')
      const uuid = isScalar(id, 'string') ? readUuid(id.text) : undefined
      if (isScalar(id, 'string') && uuid !== undefined) yield* compare(ids, 'id', id, uuid, ordinal)
      const title = valueOf(document.root, 'title')
      if (isScalar(title, 'string')) yield* compare(titles, 'title', title, title.text, ordinal)
      const name = valueOf(document.root, 'name')
      if (isScalar(name, 'string')) yield* compare(names, 'name', name, name.text, ordinal)
      const references = readReferences(document).map(({ node, reference }) => {
        const reason = `no document has the id or name ${quoted(reference)}; give the file that holds the rule, too`
        const finding = {
          file,
          document: number,
          ...placeOf(node.at),
          severity: 'error',
          check: 'rule-reference',
          field: 'correlation',
          reason
        } as const
        return { finding, reference }
      })
      if (references.length > 0) pending.push(references)
    },
    *endFile(documents) {
      seen = current.before + documents
      // What a file with many rules is called says nothing of them.
      if (documents === 1) yield* fileNameFaults(current.name, fileNames)
    },
    *end() {
      for (const references of pending) yield* capFindings(unresolved(references))
    }
  }
}
