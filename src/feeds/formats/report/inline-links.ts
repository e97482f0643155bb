import { isDefanged, isLiveLink } from './defanged.ts'

/** A text without the targets of its links. */
export interface Unlinked {
  readonly text: string
  /** Where its links lead: what a reader is sent to is no indicator. */
  readonly links: readonly string[]
}

/** Takes the targets of links out of a text: `[text](https://…)`, `https://…[text]`, `link:https://…[text]`. */
export const withoutLinkTargets = (text: string): Unlinked => {
  const links: string[] = []
  const withoutMarkdown = text.includes('](') ? withoutMarkdownTargets(text, links) : text
  const words = withoutMarkdown.split(/(?<=\s)/).map((word) => withoutAsciiDocTarget(word, links))
  return { text: words.join(''), links }
}

const withoutMarkdownTargets = (text: string, links: string[]): string => {
  let kept = ''
  let from = 0
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', from)) {
    const end = text.indexOf(')', at)
    if (end < 0) break
    const target = text
      .slice(at + 2, end)
      .split(' ', 1)
      .join('')
    kept += text.slice(from, at)
    if (isDefanged(target)) kept += ` ${target}`
    else links.push(target)
    kept += ' '
    from = end + 1
  }
  return kept + text.slice(from)
}

const MACRO = 'link:'

const withoutAsciiDocTarget = (word: string, links: string[]): string => {
  const start = word.startsWith(MACRO) ? MACRO.length : 0
  const end = word.indexOf('[')
  if (end < 0 || (start === 0 && !isLiveLink(word)) || isDefanged(word)) return word
  links.push(word.slice(start, end))
  return word.slice(end)
}
