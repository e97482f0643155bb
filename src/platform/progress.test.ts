import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { openProgress, silentProgress } from './progress.ts'

const terminal = () => Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 40 })

test('on a terminal one line is painted over and taken away at the end', () => {
  const stream = terminal()
  const progress = openProgress('Import', stream)
  progress.step('12,000 values read')
  progress.done()
  const painted = String(stream.read())
  expect(painted).toContain('Import 12,000 values read')
  expect(painted).not.toContain('\n')
  expect(painted.endsWith('\u001b[2K')).toBe(true)
})

test('a long line is cut to the width of the terminal', () => {
  const stream = terminal()
  const progress = openProgress('x'.repeat(100), stream)
  progress.done()
  expect(String(stream.read())).not.toContain('x'.repeat(41))
})

test('Ctrl-C keeps its meaning while progress is shown', () => {
  const before = process.listenerCount('SIGINT')
  const progress = openProgress('Import', terminal())
  expect(process.listenerCount('SIGINT')).toBe(before)
  progress.done()
})

test('on anything but a terminal nothing is shown', () => {
  const stream = new PassThrough({ encoding: 'utf8' })
  const progress = openProgress('Import', stream)
  expect(progress).toBe(silentProgress)
  progress.step('12,000 values read')
  progress.done()
  expect(stream.read()).toBeNull()
})
