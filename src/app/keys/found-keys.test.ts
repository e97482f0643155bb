import { expect, test } from 'vitest'
import { FoundKeys, type KnownKey } from './found-keys.ts'

const keyOf = (name: string): KnownKey => ({
  key: {
    id: name,
    account: 'a',
    name,
    tier: 'pro',
    scopes: [],
    networks: [],
    maxTlp: undefined,
    feeds: [],
    created: 0,
    expires: undefined,
    revoked: undefined,
    hint: 'abcd',
    secrets: [],
    lastUsed: undefined
  },
  secret: { hash: name, mark: 'm', hint: 'abcd', until: undefined },
  hashes: [name]
})

test('a key that was found is known for as long as no key has changed', () => {
  const found = new FoundKeys()
  found.set('one', 1, keyOf('one'))
  expect([found.has('one'), found.get('one', 1)?.key.id]).toEqual([true, 'one'])
  expect([found.get('one', 2), found.has('one')]).toEqual([undefined, false])
})

test('one that is found of another version takes the others with it', () => {
  const found = new FoundKeys()
  found.set('one', 1, keyOf('one'))
  found.set('two', 2, keyOf('two'))
  expect([found.has('one'), found.has('two')]).toEqual([false, true])
})

test('at least ten thousand keys are known, and at most twice as many', () => {
  const found = new FoundKeys()
  for (let index = 0; index < 20_000; index++) found.set(`key ${index}`, 1, keyOf('k'))
  expect(['key 0', 'key 10000', 'key 19999'].map((digest) => found.has(digest))).toEqual([false, true, true])
})
