const HEX = /^[0-9a-f]{32}$/

/** A text without the braces around it. An expression for those at its end would look from every one of them. */
const withoutBraces = (text: string): string => {
  let from = 0
  let to = text.length
  while (isBrace(text.charAt(from))) from += 1
  while (to > from && isBrace(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

const isBrace = (character: string): boolean => character === '{' || character === '}'

/** The 32 hexadecimal digits of a UUID in any spelling that Python's `UUID` takes; `undefined` when the text is none. */
export const readUuid = (text: string): string | undefined => {
  const digits = withoutBraces(text.replaceAll('urn:', '').replaceAll('uuid:', '')).replaceAll('-', '').toLowerCase()
  return HEX.test(digits) ? digits : undefined
}

/** Whether the hyphens stand where RFC 9562 and the JSON schema want them. */
export const isUuidSpelling = (text: string): boolean => [8, 13, 18, 23].every((at) => text.charAt(at) === '-')
