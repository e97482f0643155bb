import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../tests/support/feeds.ts'
import { storeWithClock } from '../../tests/support/stores.ts'
import { findIndicator, removeIndicator } from './find-indicator.ts'
import { acting } from '../../tests/support/acting.ts'

test('a value is found in any spelling', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('list', 'http://evil.example/a\n')])
  for (const spelling of ['http://evil.example/a', 'hxxps://EVIL[.]example/a', 'evil.example/a']) {
    expect((await findIndicator(store, spelling)).indicator.value).toBe('evil.example/a')
  }
})

test('what is no value and what the store lacks are told apart', async () => {
  const { store } = await storeWithClock()
  await expect(findIndicator(store, 'nonsense')).rejects.toMatchObject({ code: 'invalid_parameter' })
  await expect(findIndicator(store, '203.0.113.1')).rejects.toMatchObject({ code: 'not_found' })
})

test('a removal is a change with its reason, and happens once', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('list', '203.0.113.1\n')])
  const { position } = await store.state()
  expect(await removeIndicator(acting(store), '203[.]0.113.1', 'our own scanner')).toBeGreaterThan(position)
  expect(await findIndicator(store, '203.0.113.1')).toMatchObject({
    removed: { why: 'our own scanner' },
    sources: []
  })
  await expect(removeIndicator(acting(store), '203.0.113.1', 'again')).rejects.toThrow(
    /already removed.*our own scanner/
  )
  await expect(removeIndicator(acting(store), '203.0.113.2', 'x')).rejects.toMatchObject({ code: 'not_found' })
})
