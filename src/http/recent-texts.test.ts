import { expect, test } from 'vitest'
import { RecentTexts } from './recent-texts.ts'

test('a thousand texts are remembered, and the first of them goes for one more', () => {
  const texts = new RecentTexts<number>()
  for (let index = 0; index <= 1_000; index++) texts.set(`limit=${index}`, index)
  expect([texts.get('limit=0'), texts.get('limit=1'), texts.get('limit=1000')]).toEqual([undefined, 1, 1_000])
})

test('a text that is known takes the place of no other', () => {
  const texts = new RecentTexts<number>()
  for (let index = 0; index < 1_000; index++) texts.set(`limit=${index}`, index)
  texts.set('limit=5', 6)
  expect([texts.get('limit=0'), texts.get('limit=5')]).toEqual([0, 6])
})

test('a long text is not remembered', () => {
  const texts = new RecentTexts<number>()
  texts.set('x'.repeat(513), 1)
  texts.set('x'.repeat(512), 2)
  expect([texts.get('x'.repeat(513)), texts.get('x'.repeat(512))]).toEqual([undefined, 2])
})
