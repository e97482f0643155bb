import { createAcrossChecks } from './across-checks.ts'
import { capFindings } from './cap-findings.ts'
import { checkDocument } from './document-check.ts'
import { createDocumentCutter, type CutDocument } from './document-cutter.ts'
import type { Finding } from './finding.ts'
import { createLegacyActions } from './legacy-actions.ts'
import { createPlaces } from './position.ts'
import { shortened } from './quoted.ts'

/** What a document may be long at most, in bytes, unless something else is said. No rule comes near it. */
export const LONGEST_DOCUMENT = 1_048_576

/** Checks one file as its bytes come. */
export interface FileCheck {
  push(chunk: Uint8Array): Generator<Finding>
  /** What is left when no more bytes come. */
  end(): Generator<Finding>
  /** How many documents have been read so far. */
  documents(): number
}

/** Checks files one after another. */
export interface RuleCheck {
  /** Begins a file; the one before it must have ended. `-` is standard input, whose name is not checked. */
  file(name: string): FileCheck
  /** What can only be said of all files together. */
  end(): Generator<Finding>
}

/**
 * Begins a check of Sigma rules, correlations and filters. It finds what Sigma's JSON schema, pySigma's parser and its
 * core validators find. It holds one document at a time, and about 120 bytes for each that it has seen.
 */
export const createRuleCheck = (longestDocument: number = LONGEST_DOCUMENT): RuleCheck => {
  const across = createAcrossChecks()

  const file = (name: string): FileCheck => {
    const cutter = createDocumentCutter(longestDocument)
    const context = { across, actions: createLegacyActions() }
    let documents = 0
    across.beginFile(name)

    function* findIn(document: CutDocument): Generator<Finding> {
      documents = document.number
      const { text, number, line } = document
      const place = { file: name, document: number }
      if (text === undefined) {
        const reason = `it has more than ${longestDocument} bytes and was not read; split it`
        yield { ...place, line, column: 1, severity: 'error', check: 'document-size', field: '', reason }
        return
      }
      const placeOf = createPlaces(text, line)
      const found = checkDocument({ ...document, text, placeOf }, context)
      for (const { at, field, severity, check, reason } of capFindings(found)) {
        yield { ...place, ...placeOf(at), severity, check, field: shortened(field), reason }
      }
    }

    return {
      *push(chunk) {
        for (const document of cutter.push(chunk)) yield* findIn(document)
      },
      *end() {
        for (const document of cutter.end()) yield* findIn(document)
        yield* across.endFile(documents)
      },
      documents: () => documents
    }
  }

  return { file, end: () => across.end() }
}

/** Checks a text with any number of documents as if it were a whole input. */
export const checkRules = (text: string): readonly Finding[] => {
  const check = createRuleCheck()
  const file = check.file('-')
  return [...file.push(new TextEncoder().encode(text)), ...file.end(), ...check.end()]
}
