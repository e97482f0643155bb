import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, readLines } from './lines.ts'

const linesOf = async (chunks: readonly string[], maxLineLength = 100): Promise<readonly Line[]> => {
  const lines: Line[] = []
  for await (const batch of readLines(streamOf(chunks), maxLineLength)) {
    expect(batch.first).toBe(lines.length + 1)
    expect(batch.lines.length).toBeLessThanOrEqual(1_000)
    lines.push(...batch.lines)
  }
  return lines
}

async function* streamOf(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks
}

describe('readLines', () => {
  it('ends lines at LF, CRLF and CR', async () => {
    expect(await linesOf(['a\nb\r\nc\rd'])).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps blank lines, so that numbers are those of an editor, but none behind the last end', async () => {
    expect(await linesOf(['a\n\nb\n'])).toEqual(['a', '', 'b'])
    expect(await linesOf([])).toEqual([])
  })

  it('takes CR and LF in two chunks for one end', async () => {
    expect(await linesOf(['a\r', '', '\nb'])).toEqual(['a', 'b'])
    expect(await linesOf(['a\r', 'b'])).toEqual(['a', 'b'])
  })

  it('numbers lines over batches', async () => {
    const text = Array.from({ length: 2_500 }, (_, index) => `line ${index}`)
    expect(await linesOf([text.join('\n')])).toEqual(text)
  })

  it('reports a line that is too long by its beginning, in one chunk or over many', async () => {
    const long = 'x'.repeat(101)
    const reported = { start: 'x'.repeat(80) }
    expect(await linesOf([`a\n${long}\nb`])).toEqual(['a', reported, 'b'])
    expect(await linesOf(['a\n', long, long, '\nb'])).toEqual(['a', reported, 'b'])
    expect(await linesOf(['a\n', long, long])).toEqual(['a', reported])
    expect(await linesOf(['x'.repeat(60), `${'x'.repeat(41)}\n`, 'y'.repeat(100)])).toEqual([reported, 'y'.repeat(100)])
  })

  it('gives the same lines however the text is cut', async () => {
    const text = array(constantFrom('a', '\r', '\n', 'bcd', '')).map((parts) => parts)
    await assert(
      asyncProperty(text, async (parts) => {
        expect(await linesOf(parts, 5)).toEqual(await linesOf([parts.join('')], 5))
      })
    )
  })
})
