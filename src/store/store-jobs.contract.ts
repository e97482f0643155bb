import type { IndicatorStore, StoreOptions } from './indicator-store.ts'
import { add, domains, UPDATE } from './samples.contract.ts'

/** Indicators in one transaction of a writing job. */
export const PER_TRANSACTION = 20

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Writes one transaction after another and says the prefix of its values as soon as it is acknowledged. */
const write = async (store: IndicatorStore, name: string, transactions: number): Promise<void> => {
  for (let index = 0; index < transactions; index += 1) {
    const prefix = `${name}-${index}`
    await add(store, domains(PER_TRANSACTION, prefix))
    say(prefix)
  }
}

/** What another process does with a store. */
const JOBS = {
  /** Opens the store, which may be new, and closes it. */
  open: async () => undefined,
  /** Opens the store and ends without closing it. */
  leave: async () => process.exit(0),
  write: async (store: IndicatorStore, name = '', transactions = '1') => write(store, name, Number(transactions)),
  'write-until-killed': async (store: IndicatorStore, name = '') => write(store, name, Infinity),
  /** Stops half-way through a transaction. */
  'hang-in-transaction': async (store: IndicatorStore) =>
    store.write(async (transaction) => {
      const at = await transaction.stamp(1)
      const [half] = domains(1, 'half-written')
      if (half === undefined) return
      const indicator = { ...half, added: at, changed: at }
      await transaction.save([{ ...UPDATE, row: undefined, indicator, sources: [] }])
      say('written')
      await forever()
    }),
  serve: async (store: IndicatorStore) => {
    await store.serve()
    say('serving')
    await forever()
  }
}

/** A job of {@link runJob}. */
export type JobName = keyof typeof JOBS

const isJobName = (text: string): text is JobName => Object.hasOwn(JOBS, text)

const forever = async (): Promise<void> =>
  new Promise(() => {
    setInterval(() => undefined, 60_000)
  })

/** Runs the job that a process was started for. */
export const runJob = async (
  open: (options: StoreOptions) => Promise<IndicatorStore>,
  [job = '', ...parameters]: readonly string[]
): Promise<void> => {
  if (!isJobName(job)) throw new Error(`there is no job "${job}"`)
  const store = await open({ now: () => Date.now() * 1_000, acceptClock: false, create: true })
  const [first, second] = parameters
  await JOBS[job](store, first, second)
  await store.close()
}
