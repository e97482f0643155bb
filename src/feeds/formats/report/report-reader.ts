import type { Context } from '../../../indicator/context.ts'
import type { FeedItem, Position } from '../../../indicator/raw-indicator.ts'
import { refusal } from '../../refusal.ts'
import { createRememberContext } from '../../shared-context.ts'
import { withJoinedMarks } from './defanged.ts'
import { hitsOfText, type Surroundings } from './hits-of-text.ts'
import { withoutLinkTargets } from './inline-links.ts'
import { createLayout, type Piece } from './layout.ts'
import { isCaption, isLineOfValues } from './line-form.ts'
import { createOutline } from './outline.ts'
import { inColumn, inList, inProse } from './surroundings.ts'
import { wordsOf } from './words-of.ts'

/** Reads the next line of a report. */
export type ReadLine = (line: string, position: Position) => readonly FeedItem[]

/** Makes the reader of one report. What a line means depends on the lines before it, never on later ones. */
export const createReportReader = (): ReadLine => {
  const layout = createLayout()
  const outline = createOutline()
  const remember = createRememberContext()
  /** What the lines since the last blank one are. */
  let paragraph: 'new' | 'values' | 'prose' = 'new'

  const items = (text: string, around: Surroundings, position: Position): readonly FeedItem[] => {
    const { links } = outline.standing()
    const context: Partial<Context> | undefined = remember(links.join(' '), () => ({ links }))
    return hitsOfText(text, around).map(({ value, isOtherDigest }) =>
      isOtherDigest
        ? refusal(value, position, 'unsupported_type', 'a digest of something else than a file')
        : { value, kind: undefined, position, ...(context && { context }) }
    )
  }

  const listed = (text: string, position: Position): readonly FeedItem[] =>
    items(text, inList(outline.standing(), outline.hasHeadings()), position)

  const sentence = (text: string, links: readonly string[], position: Position): readonly FeedItem[] => {
    if (paragraph === 'new') outline.endCaption()
    paragraph = 'prose'
    for (const link of [...links, ...wordsOf(text).map((word) => word.text)]) {
      if (isLinkToPage(link)) outline.link(link)
    }
    return items(text, inProse(outline.standing()), position)
  }

  const lineOfText = (line: string, position: Position): readonly FeedItem[] => {
    const { text, links } = withoutLinkTargets(line)
    if (paragraph === 'prose' || links.length > 0) return sentence(text, links, position)
    if (isLineOfValues(text)) {
      paragraph = 'values'
      return listed(text, position)
    }
    if (!isCaption(text)) return sentence(text, links, position)
    paragraph = 'values'
    outline.caption(text)
    return []
  }

  const cells = (texts: readonly string[], header: readonly string[], position: Position): readonly FeedItem[] =>
    texts.flatMap((cell, column) => {
      if (cell === '') return []
      const around = inColumn(header[column] ?? '', outline.standing(), outline.hasHeadings())
      return items(withoutLinkTargets(cell).text, around, position)
    })

  const markedUp = (piece: Exclude<Piece, { readonly form: 'text' }>, position: Position): readonly FeedItem[] => {
    switch (piece.form) {
      case 'heading':
        outline.heading(piece.depth, piece.text)
        return []
      case 'caption':
        outline.caption(piece.text)
        return []
      case 'row':
        return cells(piece.cells, piece.header, position)
      case 'item':
      case 'code':
        return listed(withoutLinkTargets(piece.text).text, position)
      case 'nothing':
        return []
    }
  }

  return (line, position) => {
    const piece = layout(withJoinedMarks(line))
    if (piece.form === 'text') return lineOfText(piece.text, position)
    paragraph = 'new'
    return markedUp(piece, position)
  }
}

/** A link to the start of a site names its owner, not a report. */
const isLinkToPage = (link: string): boolean => /^https?:\/\/[^/]+\/./i.test(link)
