import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isOfStore } from './is-of-store.ts'

const root = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
const at = (name: string): string => join(root, name)

afterAll(() => {
  rmSync(root, { recursive: true })
})

describe('isOfStore', () => {
  test.each(['', '-journal', '-wal', '-shm', '-serving', '-serving-journal', '-writing', '.secret'])(
    'knows the file of the store that ends in "%s"',
    (ending) => {
      expect(isOfStore(at('mine.db'))(at(`mine.db${ending}`))).toBe(true)
    }
  )

  test.each(['mine.db-feed.txt', 'mine.db.txt', 'mine.dbx', 'feed.csv'])(
    'takes %s for a feed, however its name begins',
    (name) => {
      expect(isOfStore(at('mine.db'))(at(name))).toBe(false)
    }
  )

  test('leaves out the secret of another store, which would read like a hash', () => {
    writeFileSync(at('other.db'), '')
    expect(isOfStore(at('mine.db'))(at('other.db.secret'))).toBe(true)
  })

  test('takes a file that ends in .secret for a feed where no store lies beside it', () => {
    expect(isOfStore(at('mine.db'))(at('lonely.secret'))).toBe(false)
  })
})
