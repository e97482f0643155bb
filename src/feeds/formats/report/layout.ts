/** What a line of a report is by its markup: Markdown, AsciiDoc, or plain text. */
export type Piece =
  | { readonly form: 'heading'; readonly depth: number; readonly text: string }
  | { readonly form: 'caption'; readonly text: string }
  /** A row of a table; the first one of each is taken for its header. */
  | { readonly form: 'row'; readonly cells: readonly string[]; readonly header: readonly string[] }
  | { readonly form: 'item' | 'code'; readonly text: string }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'nothing' }

/** Tells pieces from line to line; one per report. */
export type Layout = (line: string) => Piece

const NOTHING: Piece = { form: 'nothing' }

const HEADING = /^(#{1,6}|={1,6})[ \t]+(\S.*)$/
/** A block title of AsciiDoc: `.Domains of the campaign`. */
const BLOCK_TITLE = /^\.\p{L}/u
const ITEM = /^(?:[-*+•‣▪◦]|\*{2,6}|[0-9]{1,3}[.)])[ \t]+/
const QUOTE = /^(?:>[ \t]?)+/
const FENCE = /^(?:```|~~~)/
/** Listing and literal blocks of AsciiDoc. */
const LISTING = /^(?:-{4,}|\.{4,})$/
const TABLE_EDGE = /^\|={3,}$/
const TABLE_RULE = /^[-:| \t]*$/
/** `:toc:`, or a rule between sections. */
const NO_CONTENT = /^(?::[A-Za-z-]+:|[-=_*~^]{3,}$)/

/** Makes the layout of one report. */
export const createLayout = (): Layout => {
  let fence: string | undefined
  let isAsciiDoc = false
  let header: readonly string[] | undefined
  let before = ''

  const code = (text: string): Piece => {
    const isEnd = fence !== undefined && text.startsWith(fence) && text.replaceAll(fence.charAt(0), '') === ''
    if (isEnd) fence = undefined
    return isEnd ? NOTHING : { form: 'code', text }
  }

  const row = (text: string): Piece => {
    const cells = cellsOf(text)
    const names = header ?? []
    header ??= cells
    return { form: 'row', cells, header: names }
  }

  const rule = (): Piece => {
    header ??= cellsOf(before)
    return NOTHING
  }

  const marked = (text: string): Piece => {
    const mark = FENCE.exec(text)?.[0] ?? (isAsciiDoc && LISTING.test(text) ? text : undefined)
    if (mark !== undefined) {
      fence = mark
      return NOTHING
    }
    const [, level = '', title] = HEADING.exec(text) ?? []
    if (title === undefined) return plain(text)
    if (level.startsWith('=')) isAsciiDoc = true
    return { form: 'heading', depth: level.length, text: title }
  }

  const tabular = (text: string): Piece | undefined => {
    if (TABLE_EDGE.test(text)) {
      header = undefined
      return NOTHING
    }
    if (text.includes('--') && text.includes('|') && TABLE_RULE.test(text)) return rule()
    if (text.startsWith('|') || (header !== undefined && text.includes('|'))) return row(text)
    header = undefined
    return undefined
  }

  return (line) => {
    const text = line.trim().replace(QUOTE, '')
    if (fence !== undefined) return code(text)
    const piece = tabular(text) ?? marked(text)
    before = text
    return piece
  }
}

const plain = (text: string): Piece => {
  if (text === '' || NO_CONTENT.test(text) || isAttributeList(text)) return NOTHING
  if (BLOCK_TITLE.test(text)) return { form: 'caption', text }
  const bullet = ITEM.exec(text)?.[0]
  return bullet === undefined ? { form: 'text', text } : { form: 'item', text: text.slice(bullet.length) }
}

/** `[options="header"]` above a table of AsciiDoc. */
const isAttributeList = (text: string): boolean => text.startsWith('[') && text.endsWith('"]') && text.includes('="')

const cellsOf = (text: string): readonly string[] =>
  text
    .slice(text.startsWith('|') ? 1 : 0, text.endsWith('|') ? -1 : undefined)
    .split('|')
    .map((cell) => cell.trim())
