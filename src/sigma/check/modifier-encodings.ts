import { type Effect, fault, onString, string, withoutWildcards } from './modifier.ts'
import { readSigmaString, type SigmaString, writeSigmaString } from './sigma-string.ts'

/** `base64`. */
export const base64 = onString((parts) =>
  withoutWildcards(parts, () => {
    const bytes = new TextEncoder().encode(writeSigmaString(parts))
    return string(readSigmaString(btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))))
  })
)

/** `wide` and its siblings, which read the bytes of UTF-16 as if they were UTF-8. That works for ASCII and little else. */
export const utf16 = (bigEndian: boolean, mark: string): Effect =>
  onString((parts) => {
    const encoded: SigmaString[number][] = mark === '' ? [] : [mark]
    for (const part of parts) {
      const text = typeof part === 'string' ? asUtf16(part, bigEndian) : part
      if (text === undefined) return fault('the modifier can only encode ASCII; use another or match without it')
      encoded.push(text)
    }
    return string(encoded)
  })

const asUtf16 = (text: string, bigEndian: boolean): string | undefined => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
