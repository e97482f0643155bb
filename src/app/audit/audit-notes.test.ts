import { expect, test } from 'vitest'
import type { AuditRecord } from '../../store/audit-store.ts'
import { AuditNotes } from './audit-notes.ts'

const record = (event: string): AuditRecord => ({ at: 0, actor: 'key:a', event, details: {} })

const noteAll = (notes: AuditNotes, event: string, count: number): void => {
  for (let index = 0; index < count; index++) notes.note(record(event))
}

test('what was noted is taken once, in its order, and what is put back comes first', () => {
  const notes = new AuditNotes()
  notes.note(record('export_taken'))
  notes.note(record('action_refused'))
  const taken = notes.take()
  expect(taken.map(({ event }) => event)).toEqual(['export_taken', 'action_refused'])
  expect(notes.take()).toEqual([])
  notes.note(record('network_refused'))
  notes.putBack(taken)
  expect(notes.take().map(({ event }) => event)).toEqual(['export_taken', 'action_refused', 'network_refused'])
})

test('refusals beyond a thousand are left out, and take no room from exports', () => {
  const notes = new AuditNotes()
  noteAll(notes, 'action_refused', 900)
  noteAll(notes, 'network_refused', 20_000)
  noteAll(notes, 'export_taken', 10_000)
  expect(() => notes.note(record('export_taken'))).toThrow('cannot be written')
  notes.note(record('action_refused'))
  expect(notes.take()).toHaveLength(11_000)
})

test('refusals that were put back count, and those that were written do not', () => {
  const notes = new AuditNotes()
  noteAll(notes, 'action_refused', 1_000)
  notes.putBack(notes.take())
  notes.note(record('action_refused'))
  expect(notes.take()).toHaveLength(1_000)
  notes.note(record('action_refused'))
  expect(notes.take()).toHaveLength(1)
})
