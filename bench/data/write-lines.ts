import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const LINES_PER_WRITE = 5_000

/** Writes a text file line by line, at the pace of the disk. */
export const writeLines = async (path: string, lines: Iterable<string>): Promise<void> => {
  const out = createWriteStream(path)
  let held: string[] = []
  for (const line of lines) {
    if (held.push(line) < LINES_PER_WRITE) continue
    if (!out.write(`${held.join('\n')}\n`)) await once(out, 'drain')
    held = []
  }
  out.end(held.length === 0 ? '' : `${held.join('\n')}\n`)
  await once(out, 'finish')
}
