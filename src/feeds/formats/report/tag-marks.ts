/** What a tag means for the text around it. */
export interface TagMark {
  /** Marks of Markdown, with the line ends that the tag stands for. */
  readonly text: string
  /** Whether the cells of a table's row begin or end here: they stand in one line. */
  readonly row?: 'begins' | 'ends'
}

const BLOCKS = ['article', 'blockquote', 'div', 'dl', 'dt', 'ol', 'p', 'section', 'table', 'title', 'ul']
const blockMarks = BLOCKS.flatMap((name): readonly [string, TagMark][] => [
  [name, { text: '\n\n' }],
  [`/${name}`, { text: '\n\n' }]
])
const headingMarks = [1, 2, 3, 4, 5, 6].flatMap((depth): readonly [string, TagMark][] => [
  [`h${depth}`, { text: `\n\n${'#'.repeat(depth)} `, row: 'ends' }],
  [`/h${depth}`, { text: '\n\n' }]
])

/** Marks by the name of the tag, which begins with a slash where the element ends. Other tags mean nothing. */
export const TAG_MARKS: ReadonlyMap<string, TagMark> = new Map<string, TagMark>([
  ...blockMarks,
  ...headingMarks,
  ['br', { text: '\n' }],
  ['li', { text: '\n- ' }],
  ['/li', { text: '\n' }],
  ['dd', { text: '\n- ' }],
  ['tr', { text: '\n', row: 'begins' }],
  ['/tr', { text: '\n', row: 'ends' }],
  ['/table', { text: '\n\n', row: 'ends' }],
  ['td', { text: ' | ' }],
  ['th', { text: ' | ' }],
  ['pre', { text: '\n```\n' }],
  ['/pre', { text: '\n```\n' }]
])

/** Elements whose content is no text of the page. */
export const UNSEEN: ReadonlySet<string> = new Set(['noscript', 'script', 'style', 'svg', 'template'])
