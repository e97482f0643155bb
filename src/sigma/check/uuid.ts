const HEX = /^[0-9a-f]{32}$/

/** The 32 hexadecimal digits of a UUID in any spelling that Python's `UUID` takes; `undefined` when the text is none. */
export const readUuid = (text: string): string | undefined => {
  const digits = text
    .replaceAll('urn:', '')
    .replaceAll('uuid:', '')
    .replace(/^[{}]+/, '')
    .replace(/[{}]+$/, '')
    .replaceAll('-', '')
    .toLowerCase()
  return HEX.test(digits) ? digits : undefined
}

/** Whether the hyphens stand where RFC 9562 and the JSON schema want them. */
export const isUuidSpelling = (text: string): boolean => [8, 13, 18, 23].every((at) => text.charAt(at) === '-')
