import { describe, expect, it } from 'vitest'
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
})
