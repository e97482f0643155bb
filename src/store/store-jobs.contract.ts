import type { IndicatorStore, StoreOptions } from './indicator-store.ts'
import { FIRST, key, SECOND, secret } from './sample-keys.contract.ts'
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

/** Writes one batch after the other, each with one request and one entry of the audit trail, and says so. */
const countForEver = async ({ counters }: IndicatorStore, keyId: string): Promise<never> => {
  for (;;) {
    const now = Date.now() * 1_000
    const usage = [{ keyId, day: 0, measure: 'status', item: '200', count: 1 }] as const
    const audit = [{ at: now, actor: `key:${keyId}`, event: 'export_taken', details: { count: 1 } }]
    await counters.write({ now, requests: [], usage, audit })
    say('counted')
  }
}

/** Makes one key after the other, rotates and revokes it, and says of each step when it is acknowledged. */
const keysForEver = async ({ keys }: IndicatorStore): Promise<never> => {
  await keys.setSecretMark(FIRST)
  for (let number = 1_000; ; number += 1) {
    const { id, created } = key(number)
    await keys.add(key(number), Infinity)
    say(`added   ${id}`)
    await keys.rotate({ id, secret: secret(`next${number}`), at: created + 1, until: created + 2 })
    say(`rotated ${id}`)
    await keys.revoke(id, created + 3, 'it is over')
    say(`revoked ${id}`)
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
  'count-until-killed': async (store: IndicatorStore, keyId = '') => countForEver(store, keyId),
  'keys-until-killed': keysForEver,
  /** Stops half-way through a rotation of the server secret. */
  'hang-in-secret-rotation': async (store: IndicatorStore) =>
    store.keys.rotateServerSecret(async () => {
      say('rotating')
      await forever()
      return SECOND
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
