/** A piece of a page that is HTML already. */
export interface Html {
  readonly html: string
}

/** What an element holds: texts, which are escaped here and nowhere else, and pieces of the page. */
export type Content = string | Html | readonly Content[]

type ElementName =
  | 'a'
  | 'article'
  | 'body'
  | 'code'
  | 'dd'
  | 'details'
  | 'div'
  | 'dl'
  | 'dt'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'header'
  | 'li'
  | 'main'
  | 'nav'
  | 'ol'
  | 'p'
  | 'pre'
  | 'section'
  | 'span'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'title'
  | 'tr'
  | 'ul'

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const isHtml = (content: Html | readonly Content[]): content is Html => 'html' in content

/** The HTML of some content. */
export const htmlOf = (content: Content): string => {
  if (typeof content === 'string') return escapeText(content)
  return isHtml(content) ? content.html : content.map(htmlOf).join('')
}

/** An element with its attributes and what it holds. */
export const element = (
  name: ElementName,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly Content[]
): Html => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`)
  return { html: `<${name}${written.join('')}>${htmlOf(content)}</${name}>` }
}
