import { sha1 } from '@noble/hashes/legacy.js'

/** 6ba7b811-9dad-11d1-80b4-00c04fd430c8, the URL namespace of RFC 9562, 6.6. */
const NAMESPACE = Uint8Array.of(107, 167, 184, 17, 157, 173, 17, 209, 128, 180, 0, 192, 79, 212, 48, 200)
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Room for the longest value in UTF-8; a longer name gets an array of its own. */
const NAME_BUFFER_BYTES = 8192
const MOST_BYTES_PER_UNIT = 3

// Reused from call to call: an import asks for an id per line.
const encoder = new TextEncoder()
const nameBuffer = new Uint8Array(NAME_BUFFER_BYTES)
const seeded = sha1.create().update(NAMESPACE)
const hasher = sha1.create()
const digest = new Uint8Array(hasher.outputLen)
const view = new DataView(digest.buffer)

const encode = (name: string): Uint8Array =>
  name.length * MOST_BYTES_PER_UNIT > NAME_BUFFER_BYTES
    ? encoder.encode(name)
    : nameBuffer.subarray(0, encoder.encodeInto(name, nameBuffer).written)

const hex = (from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to; at += 1) text += `${HEX[view.getUint8(at)]}`
  return text
}

/** UUIDv5 (RFC 9562, 5.5) of a name in the URL namespace, lower case. */
export const uuidV5 = (name: string): string => {
  seeded._cloneInto(hasher)
  hasher.update(encode(name))
  hasher.digestInto(digest)
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x50)
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80)
  return `${hex(0, 4)}-${hex(4, 6)}-${hex(6, 8)}-${hex(8, 10)}-${hex(10, 16)}`
}
