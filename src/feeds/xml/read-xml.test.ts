import { describe, expect, it } from 'vitest'
import { Problem } from '../../problem/problem.ts'
import { readXml } from './read-xml.ts'

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

interface Heard {
  readonly heard: readonly string[]
  readonly problem: Problem | undefined
}

const hear = async (texts: readonly string[], maxLineLength = 1_000): Promise<Heard> => {
  const heard: string[] = []
  const reading = readXml<string>(
    pieces(texts),
    (emit) => ({
      open: ({ name, namespace, line, attribute }) =>
        emit(`${line}: ${name} ${[namespace, attribute('a')].filter(Boolean).join(' ')}`.trim()),
      close: (text) => emit(`/ ${text}`),
      breakOff: () => emit('broken off')
    }),
    { maxLineLength }
  )
  try {
    for await (const batch of reading) heard.push(...batch)
  } catch (problem) {
    expect.assert(problem instanceof Problem)
    return { heard, problem }
  }
  return { heard, problem: undefined }
}

describe('readXml', () => {
  it('tells of elements with their namespace, attributes, lines and texts', async () => {
    expect(await hear(['<x xmlns="urn:x">\n', '<p:y xmlns:p="urn:y" a="1&lt;">t<![CDATA[<]]></p:y>\n</x>'])).toEqual({
      heard: ['1: x urn:x', '2: y urn:y 1<', '/ t<', '/ \n'],
      problem: undefined
    })
  })

  it.each([
    ['another end', '<x><y>\n</x>', 'The XML breaks at 2:4: '],
    ['an unknown entity', '<x>&y;</x>', 'The XML breaks at 1:'],
    ['an unknown prefix', '<x><p:y/></x>', 'The XML breaks at 1:'],
    ['a second root', '<x/><y/>', 'documents may contain only one root'],
    ['no XML', '192.0.2.1', 'The XML breaks at 1:'],
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>', 'a DOCTYPE, which could define anything, is not read'],
    ['deep nesting', '<x>'.repeat(101), 'nested deeper than 100 levels']
  ])('stops at %s', async (_, text, message) => {
    const { problem } = await hear([text])
    expect(problem?.code).toBe('input_broken')
    expect(problem?.message).toContain(message)
    expect(problem?.message).not.toContain('..')
  })

  it('gives what stands before damage, and nothing behind it', async () => {
    expect((await hear(['<x><y>1</y>&z;<y>2</y></x>'])).heard).toEqual(['1: x', '1: y', '/ 1', 'broken off'])
  })

  it.each(['<x>\n<y>', '<x>\n<!-- ', '<x>\n<y a="'])('says that %j is truncated', async (text) => {
    const { problem } = await hear([text])
    expect(problem?.code).toBe('input_truncated')
    expect(problem?.message).toContain('ends in line 2')
  })

  it.each(['<x>', '<x><!-- ', '<x><y a="', '<x><![CDATA['])('holds no endless text behind %s', async (beginning) => {
    const endless = Array.from({ length: 20 }, () => 'z'.repeat(100))
    const { problem } = await hear([beginning, ...endless], 1_000)
    expect(problem?.message).toContain('more than 1000 characters without a tag')
  })

  it('reads a text of any length whose parts are short', async () => {
    const rows = Array.from({ length: 1_000 }, () => '<y>z</y>')
    expect((await hear(['<x>', rows.join(''), '</x>'], 100)).heard).toHaveLength(2_002)
  })
})
