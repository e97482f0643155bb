import { once, setMaxListeners } from 'node:events'
import { readFile } from 'node:fs/promises'
import { readSlowly } from './load/read-slowly.ts'
import type { SlowPlan, SlowResult } from './load/slow-plan.ts'

/**
 * Readers who take their time, as a file says whose path is its argument (a {@link SlowPlan} as JSON). Says `reading` when all of them have the
 * head of their answer, reads slowly until it is told to stop, and prints what became of them (a {@link SlowResult}).
 */
const plan = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as SlowPlan
const reference = await readFile(plan.reference)
const hurry = new AbortController()
setMaxListeners(0, hurry.signal)

const begun = await Promise.all(plan.requests.map((each) => readSlowly(each, reference, plan)))
const endings = begun.map((answer) => answer.finish(hurry.signal))
console.log('reading')
await once(process.stdin, 'data')
hurry.abort()

const ended = await Promise.all(endings)
const result: SlowResult = {
  whole: ended.filter((ending) => ending === 'whole').length,
  refused: ended.filter((ending) => ending === 'refused').length,
  faults: ended.flatMap((ending) => (typeof ending === 'string' ? [] : [ending.fault]))
}
console.log(JSON.stringify(result))
process.exit()
