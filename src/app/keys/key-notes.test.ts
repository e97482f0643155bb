import { expect, test } from 'vitest'
import type { AuditRecord } from '../../store/audit-store.ts'
import type { KeyStore, KeyUse, RenewedSecret } from '../../store/key-store.ts'
import { KeyNotes } from './key-notes.ts'

const MINUTE = 60_000_000

type Written = readonly [uses: readonly KeyUse[], renewed: readonly RenewedSecret[]]

/** Takes what is written; while `isBroken` it cannot. */
const paper = () => {
  const written: Written[] = []
  const state = { isBroken: false }
  const note: KeyStore['note'] = async (uses, renewed) => {
    if (state.isBroken) throw new Error('disk full')
    written.push([uses, renewed])
  }
  return { written, state, note }
}

const tell = ({ id, at }: KeyUse): AuditRecord => ({ at, actor: `key:${id}`, event: 'key_network', details: {} })

const use = (at: number, id = 'a'): KeyUse => ({ id, at, network: '192.0.2.0/24' })

const useFromNowhere: KeyUse = { id: 'a', at: 0, network: undefined }

test('what was noted is written once', async () => {
  const [notes, store] = [new KeyNotes(), paper()]
  const renewed = { from: 'old', to: { hash: 'new', mark: 'm' } }
  notes.use(use(0))
  notes.use(useFromNowhere)
  notes.use(use(0, 'b'))
  notes.renew(renewed)
  notes.renew(renewed)
  const uses = [use(0), useFromNowhere, use(0, 'b')]
  await notes.flush(store, 0, tell)
  await notes.flush(store, 0, tell)
  expect(store.written).toEqual([[uses, [renewed]]])
})

test('a use is noted again after five minutes, in whichever direction the clock went', async () => {
  const [notes, store] = [new KeyNotes(), paper()]
  for (const at of [0, 4 * MINUTE, 5 * MINUTE, MINUTE, -MINUTE]) {
    notes.use(use(at))
    await notes.flush(store, at, tell)
  }
  expect(store.written.flatMap(([uses]) => uses.map(({ at }) => at))).toEqual([0, 5 * MINUTE, -MINUTE])
})

test('what could not be written is written with the next flush, and the latest of each place counts', async () => {
  const [notes, store] = [new KeyNotes(), paper()]
  store.state.isBroken = true
  notes.use(use(0))
  await expect(notes.flush(store, 0, tell)).rejects.toThrow('disk full')
  notes.use(use(6 * MINUTE))
  store.state.isBroken = false
  await notes.flush(store, 6 * MINUTE, tell)
  expect(store.written).toEqual([[[use(6 * MINUTE)], []]])
})

test('what comes while it is written is not lost', async () => {
  const notes = new KeyNotes()
  const store = paper()
  notes.use(use(0))
  const busy: Pick<KeyStore, 'note'> = {
    note: async () => {
      notes.use(use(6 * MINUTE))
    }
  }
  await notes.flush(busy, 0, tell)
  await notes.flush(store, 0, tell)
  expect(store.written).toEqual([[[use(6 * MINUTE)], []]])
})
