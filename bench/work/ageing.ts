import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { runProgram } from '../program/program.ts'
import type { Work } from './work.ts'

/** Of the indicators of the store, those that are over at once. */
const SHARE = 0.1
const FEED = 'Old reports'
const SECONDS_PER_DAY = 86_400

/** Ten days ago: within the lifetime of every kind, and beyond the one that the feed is given under load. */
const lastSeen = (): string => new Date(Date.now() - 10 * SECONDS_PER_DAY * 1_000).toISOString().slice(0, 10)

function* table(rows: number): Generator<string> {
  yield 'indicator,last_seen'
  const day = lastSeen()
  for (const value of mixedList(rows, 8)) yield `"${value}",${day}`
}

/** Indicators that are gone for good, as `sigmill stats` counts them. */
const removedIn = (output: string): number => (JSON.parse(output) as { readonly removed: number }).removed

/** A tenth of the indicators outlive their time once a shorter lifetime is set; what begins it is a small import. */
export const ageing: Work = {
  name: 'ageing',
  async prepare({ program, store: { folder, file }, size }) {
    const [old, one] = [join(folder, 'old.csv'), join(folder, 'one.txt')]
    await writeLines(old, table(Math.ceil(size * SHARE)))
    await writeLines(one, ['198.51.100.1'])
    const run = (...args: readonly string[]) => runProgram(program, folder, [...args, '--db', `sqlite:${file}`])
    await run('import', old, '--feed', FEED)
    await run('feeds', 'add', FEED, 'https://feed.example/', '--lifetime', '300d')
    await run('feeds', 'disable', FEED)
    return {
      async go() {
        await run('feeds', 'edit', FEED, '--lifetime', '2d')
        await run('import', one)
      },
      async check() {
        const removed = removedIn((await run('stats', '--json')).output)
        if (removed < (size * SHARE) / 2) throw new Error(`Only ${removed} of ${size} indicators were over.`)
      }
    }
  }
}
