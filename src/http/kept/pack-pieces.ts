/** From this length on, a piece stays as it is, unless it holds on to much more memory than it fills. */
const LONG = 65_536

const isTight = ({ length, buffer }: Uint8Array): boolean => length >= LONG && buffer.byteLength <= 1.25 * length

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Joins pieces that are short, or hold on to a memory that is much larger than themselves. */
export const packPieces = (pieces: readonly Uint8Array[]): Uint8Array[] => {
  const packed: Uint8Array[] = []
  let short: Uint8Array[] = []
  let length = 0
  const join = (): void => {
    if (length > 0) packed.push(joined(short))
    short = []
    length = 0
  }
  for (const piece of pieces) {
    if (isTight(piece)) {
      join()
      packed.push(piece)
    } else {
      short.push(piece)
      length += piece.length
      if (length >= LONG) join()
    }
  }
  join()
  return packed
}
