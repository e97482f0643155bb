import type { Changes } from '../app/changes/changes.ts'
import { changeObject } from './change-object.ts'

const LINES_PER_CHUNK = 250

/** Changes as JSON lines. Rules are written at the pace of the client. */
export async function* changeLines({ lines, write }: Changes): AsyncGenerator<string> {
  for (let start = 0; start < lines.length; start += LINES_PER_CHUNK) {
    const chunk = lines.slice(start, start + LINES_PER_CHUNK)
    yield chunk.map((line) => `${JSON.stringify(changeObject(write(line)))}\n`).join('')
  }
}
