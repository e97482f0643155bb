const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] }
] as const

const LONGEST_MARK = 3

/**
 * Decodes bytes to text: by the byte order mark where there is one, else as UTF-8. Bytes that are invalid in the
 * encoding become U+FFFD, so that they cost the value they stand in and nothing else. The mark is no part of the text.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: ReturnType<typeof decoderFor> | undefined
  let start = new Uint8Array()
  for await (const chunk of bytes) {
    let next = chunk
    if (decoder === undefined) {
      next = start = concat(start, chunk)
      if (start.length < LONGEST_MARK) continue
      decoder = decoderFor(start)
    }
    const text = decoder.decode(next, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder === undefined ? decoderFor(start).decode(start) : decoder.decode()
  if (rest !== '') yield rest
}

const decoderFor = (start: Uint8Array) => {
  const found = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => start[index] === byte))
  return new TextDecoder(found?.encoding ?? 'utf-8')
}

const concat = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
