import { describe, expect, it } from 'vitest'
import { Problem } from '../problem/problem.ts'
import { readFeed } from './read-feed.ts'

const OPTIONS = { columns: undefined, maxLineLength: 1_000, now: 0 }

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const valuesOf = async (text: string, format?: string): Promise<readonly [string, ...string[]]> => {
  const feed = await readFeed(once(text), { ...OPTIONS, format })
  const values: string[] = []
  for await (const batch of feed.items) values.push(...batch.map(({ value }) => value))
  return [feed.format.name, ...values]
}

describe('readFeed', () => {
  it('recognises the format and reads from the beginning', async () => {
    expect(await valuesOf('192.0.2.1\n192.0.2.2\n')).toEqual(['list', '192.0.2.1', '192.0.2.2'])
  })

  it('reads in the format that is named', async () => {
    expect(await valuesOf('ip,port\n192.0.2.1,80\n', 'list')).toEqual(['list', 'ip,port', '192.0.2.1'])
  })

  it('refuses an unknown name before anything is read', async () => {
    await expect(readFeed(once(''), { ...OPTIONS, format: 'lst' })).rejects.toThrow('Did you mean "list"?')
  })

  it('refuses an input that no format fits', async () => {
    await expect(readFeed(once(''), OPTIONS)).rejects.toMatchObject({ code: 'input_empty' })
  })

  it('gives what came before an input breaks off, however early it does', async () => {
    async function* breaking(text: string): AsyncGenerator<string> {
      yield text
      throw new Problem('input_truncated', 'It ends too early.')
    }
    const beginnings = [
      '192.0.2.1\n192.0.2.2\n',
      'ip,port\n192.0.2.1,80\n192.0.2.2,80\n',
      '{"type":"bundle","objects":['
    ]
    for (const beginning of beginnings) {
      const { items } = await readFeed(breaking(beginning), OPTIONS)
      const read = async (): Promise<void> => {
        for await (const batch of items) values.push(...batch.map(({ value }) => value))
      }
      const values: string[] = []
      await expect(read()).rejects.toMatchObject({ code: 'input_truncated' })
      expect(values).toEqual(beginning.startsWith('{') ? [] : ['192.0.2.1', '192.0.2.2'])
    }
  })

  it('says why an input broke off rather than that no format fits what there is of it', async () => {
    async function* breaking(): AsyncGenerator<string> {
      yield 'half a wo'
      throw new Problem('archive_broken', 'The archive is damaged.')
    }
    await expect(readFeed(breaking(), OPTIONS)).rejects.toMatchObject({ code: 'archive_broken' })
  })
})
