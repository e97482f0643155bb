/** A part of a Sigma string that stands for other text: `*`, `?`, or a placeholder of the `expand` modifier. */
export type SpecialPart = { readonly special: '*' | '?' } | { readonly placeholder: string }

/** A string as Sigma reads it: text and what is not text. Text parts never follow each other and are never empty. */
export type SigmaString = readonly (string | SpecialPart)[]

/** The wildcard for any number of characters. */
export const ANY: SpecialPart = { special: '*' }
const ONE: SpecialPart = { special: '?' }

/**
 * Reads a value of a detection: `*` and `?` are wildcards, a backslash before them or before itself makes them text, and
 * any other backslash is one. Sigma specification 2.1, Escaping.
 */
export const readSigmaString = (text: string): SigmaString => {
  const parts: (string | SpecialPart)[] = []
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const escaped = text.charAt(at + 1)
    if (character === '\\' && (escaped === '*' || escaped === '?' || escaped === '\\')) {
      plain += escaped
      at += 1
    } else if (character === '*' || character === '?') {
      if (plain !== '') parts.push(plain)
      parts.push(character === '*' ? ANY : ONE)
      plain = ''
    } else {
      plain += character
    }
  }
  return plain === '' ? parts : [...parts, plain]
}

/** Whether a part is the wildcard for any number of characters. */
export const isAny = (part: string | SpecialPart | undefined): boolean => isWildcard(part) && part.special === '*'

const isWildcard = (part: string | SpecialPart | undefined): part is { readonly special: '*' | '?' } =>
  typeof part === 'object' && 'special' in part

/** Whether a string holds wildcards; placeholders are none. */
export const hasWildcard = (value: SigmaString): boolean => value.some(isWildcard)

/** The text parts of a string. */
export const textParts = (value: SigmaString): readonly string[] => value.filter((part) => typeof part === 'string')

/** A string with every `%name%` read as a placeholder, as the `expand` modifier does. */
export const withPlaceholders = (value: SigmaString): SigmaString =>
  value.flatMap((part) => (typeof part === 'string' ? splitPlaceholders(part) : [part]))

const splitPlaceholders = (text: string): SigmaString => {
  const parts: (string | SpecialPart)[] = []
  let begin = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(/(?<!\\)%([^%]+)%/g)) {
    if (index > begin) parts.push(text.slice(begin, index))
    parts.push({ placeholder: name })
    begin = index + whole.length
  }
  return begin < text.length ? [...parts, text.slice(begin)] : parts
}

/** The string as it would be written in a rule. */
export const writeSigmaString = (value: SigmaString): string =>
  value
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('*', '\\*').replaceAll('?', '\\?')
      return 'special' in part ? part.special : `%${part.placeholder}%`
    })
    .join('')
