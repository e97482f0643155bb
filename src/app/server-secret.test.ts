import { expect, test } from 'vitest'
import { scratchStore } from '../../tests/support/stores.ts'
import { nodeCrypto } from '../platform/crypto.ts'
import { requireServerSecret, type SecretSource } from './server-secret.ts'

/** A place that holds a secret or not, and makes one on demand. */
const place = (secret: string | undefined): SecretSource => ({
  place: 'sigmill.db.secret',
  read: () => Promise.resolve(secret),
  create: () => Promise.resolve('made on demand')
})

test('the first use makes the secret, later uses find it', async () => {
  const { keys } = await scratchStore()
  expect(await requireServerSecret(keys, place(undefined), nodeCrypto)).toBe('made on demand')
  expect(await requireServerSecret(keys, place('made on demand'), nodeCrypto)).toBe('made on demand')
})

test('a store whose secret is gone refuses to go on, and says what to bring back', async () => {
  const { keys } = await scratchStore()
  await requireServerSecret(keys, place('the first'), nodeCrypto)
  await expect(requireServerSecret(keys, place(undefined), nodeCrypto)).rejects.toMatchObject({
    code: 'secret_missing',
    message: expect.stringContaining('sigmill.db.secret') as string
  })
})

test('another secret than the one of the store is refused', async () => {
  const { keys } = await scratchStore()
  await requireServerSecret(keys, place('the first'), nodeCrypto)
  await expect(requireServerSecret(keys, place('the second'), nodeCrypto)).rejects.toMatchObject({
    code: 'secret_wrong'
  })
})
