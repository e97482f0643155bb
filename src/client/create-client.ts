import type { Description } from '../api/description.ts'
import { DESCRIPTIONS } from '../api/descriptions.ts'
import { authorization } from './authorization.ts'
import { baseOf } from './base-of.ts'
import type { CallOptions, PageOptions } from './call.ts'
import type { Client, ClientOptions } from './client.ts'
import { hasPages } from './next-target.ts'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import type { Refusal } from './refusal.ts'
import { continuedTarget, requestTarget, type Values } from './request-target.ts'

const JSON_BODY = { 'content-type': 'application/json' }

/**
 * A client for a sigmill server. Refusals are values; what rejects is a request without a whole answer. It follows no
 * redirect, so that the key goes nowhere else.
 */
export const createClient = ({ url, key, fetch: ask = fetch }: ClientOptions): Client => {
  const base = baseOf(url)
  const shown = authorization(key)

  const request = async (
    described: Description,
    target: string,
    { body }: Values,
    { signal, etag, accept }: CallOptions
  ): Promise<ReadAnswer | Refusal> => {
    const headers = {
      ...(described.security === 'open' ? {} : shown),
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(accept === undefined ? {} : { accept }),
      ...(body === undefined ? {} : JSON_BODY)
    }
    const response = await ask(base + target, {
      method: described.method,
      headers,
      redirect: 'manual',
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null
    })
    return readAnswer(described, target, response)
  }

  async function* pages(
    name: string,
    given: Values = {},
    { from, ...options }: PageOptions = {}
  ): AsyncGenerator<ReadAnswer | Refusal> {
    const described = DESCRIPTIONS.find((one) => one.name === name)
    if (described === undefined || !hasPages(described))
      throw new TypeError('pages: there is no operation of this name whose answers come in pages')
    const first = requestTarget(described, given)
    let target: string | undefined = from === undefined ? first : continuedTarget(first, from)
    while (target !== undefined) {
      const answer: ReadAnswer | Refusal = await request(described, target, given, options)
      yield answer
      target = answer.ok ? answer.next : undefined
    }
  }

  const calls = DESCRIPTIONS.map((described) => [
    described.name,
    async (given: Values = {}, options: CallOptions = {}) =>
      request(described, requestTarget(described, given), given, options)
  ])
  // The descriptions are the types: what they promise of an answer is not looked at again.
  return Object.fromEntries([...calls, ['pages', pages]]) as Client
}
