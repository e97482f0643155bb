import { SaxesParser } from 'saxes'
import type { Problem } from '../../problem/problem.ts'
import { brokenXml, truncatedXml } from './xml-problems.ts'

/** Deepest nesting that is read. */
const MAX_DEPTH = 100

/** The beginning of an element. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string
  readonly line: number
  /** The value of an attribute without a prefix. */
  readonly attribute: (name: string) => string | undefined
}

/** What hears of the elements of an XML text, in their order. */
export interface XmlListener {
  readonly open: (element: XmlElement) => void
  /** The element that was opened last ends; `text` stands before its end, up to the tag before that. */
  readonly close: (text: string) => void
  /** The text breaks off here: what waits for more of it has to do without. */
  readonly breakOff: () => void
}

/** Takes a text piece by piece; what is wrong with it comes back, and nothing behind that is heard of. */
export interface XmlParser {
  readonly write: (piece: string) => Problem | undefined
  readonly end: () => Problem | undefined
}

/**
 * Makes a parser of one XML 1.0 text with namespaces. It refuses every DOCTYPE, so that there are no entities but the
 * five of XML, and texts, comments and tags longer than `limit`, so that memory does not grow with the text.
 */
export const createXmlParser = (listener: XmlListener, limit: number): XmlParser => {
  const parser = new SaxesParser({ xmlns: true })
  let damage: Problem | undefined
  let depth = 0
  let text = ''
  /** In characters, from the beginning of the text. */
  let taken = 0
  let lastTag = 0

  const refuse = (reason: string): void => {
    damage ??= brokenXml(`${parser.line}:${parser.column}: ${reason}`)
  }
  const passTag = (): string => {
    const passed = text
    text = ''
    lastTag = parser.position
    return passed
  }
  const hear = (piece: string): void => {
    text += piece
  }

  parser.on('error', (error) => {
    damage ??= brokenXml(error.message.replace(/\.$/, ''), error)
  })
  parser.on('doctype', () => refuse('a DOCTYPE, which could define anything, is not read'))
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('opentag', ({ local, uri, attributes }) => {
    passTag()
    depth += 1
    if (depth > MAX_DEPTH) refuse(`nested deeper than ${MAX_DEPTH} levels`)
    if (damage !== undefined) return
    const attribute = (name: string): string | undefined => attributes[name]?.value
    listener.open({ name: local, namespace: uri, line: parser.line, attribute })
  })
  parser.on('closetag', () => {
    const passed = passTag()
    depth -= 1
    if (damage === undefined) listener.close(passed)
  })

  return {
    write: (piece) => {
      parser.write(piece)
      taken += piece.length
      if (taken - lastTag > limit) refuse(`more than ${limit} characters without a tag`)
      return damage
    },
    end: () => {
      const { line } = parser
      parser.close()
      return damage === undefined ? undefined : truncatedXml(line)
    }
  }
}
