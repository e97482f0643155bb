import { refusalOf, type Asked } from './ask.ts'
import type { HeldKey } from './access-states.ts'
import { ACCESS, type Access } from './access-table.ts'
import type { TestServer } from './test-server.ts'

/** An operation with its line of the table. */
export interface Route {
  readonly name: string
  readonly method: string
  readonly template: string
  readonly access: Access
}

/** Every line of the table. */
export const ROUTES: readonly Route[] = Object.entries(ACCESS).map(([name, access]) => {
  const [method = '', template = ''] = name.split(' ')
  return { name, method, template, access }
})

const FORMS = {
  'Authorization: Bearer': (key: string) => ({ authorization: `Bearer ${key}` }),
  'X-API-Key': (key: string) => ({ 'x-api-key': key }),
  'Authorization: Basic': (key: string) => ({
    authorization: `Basic ${Buffer.from(`apikey:${key}`).toString('base64')}`
  })
} as const

/** How a request is sent: with which method, and its key in which form. */
export interface Way {
  readonly method: string
  readonly form: keyof typeof FORMS
}

/** Each way to a route, HEAD among them where it answers GET. */
export const waysTo = ({ method }: Route): readonly Way[] =>
  (method === 'GET' ? ['GET', 'HEAD'] : [method]).flatMap((one) =>
    (Object.keys(FORMS) as readonly Way['form'][]).map((form) => ({ method: one, form }))
  )

/** The headers that carry a key; none where there is no key. */
export const keyHeaders = ({ form }: Way, { text }: HeldKey): Readonly<Record<string, string>> =>
  text === '' ? {} : FORMS[form](text)

const isTaxii = ({ template }: Route): boolean => template.includes('taxii2/')

/** Whether a route takes a key in this form. */
export const isTaken = (route: Route, { form }: Way): boolean => form !== 'Authorization: Basic' || isTaxii(route)

/** What can be told of an answer from outside, and of its count from inside. */
export interface Outcome {
  readonly status: number
  /** Of a refusal; HEAD has none. */
  readonly code?: string | undefined
  /** WWW-Authenticate. */
  readonly challenge?: string | undefined
  /** Whether it says what is left of the limits. */
  readonly hasLimits: boolean
  /** How many requests it counted of its key. */
  readonly counted: number
}

/** The challenge that belongs to a status. */
export const challengeOf = (route: Route, status: number): string | undefined => {
  if (status !== 401) return undefined
  return isTaxii(route) ? 'Basic realm="sigmill", charset="UTF-8", Bearer' : 'Bearer'
}

const countOf = async ({ counting, clock }: TestServer, { id }: HeldKey): Promise<number> => {
  const { day } = await counting.limiter.peek(id, { perMinute: 1_000, perDay: 1_000 }, clock.now())
  return day.limit - day.remaining
}

const hasLimits = ({ headers }: Asked): boolean => {
  const there = ['limit', 'remaining', 'reset'].filter((name) => `x-ratelimit-${name}` in headers)
  if (there.length % 3 !== 0) throw new Error(`of the limits there is only: ${there.join(', ')}`)
  return there.length > 0
}

/** Asks, and tells what came of it. */
export const outcomeOf = async (server: TestServer, key: HeldKey, ask: () => Promise<Asked>): Promise<Outcome> => {
  const before = await countOf(server, key)
  const asked = await ask()
  const { status, headers, text } = asked
  if (headers['x-request-id'] === undefined) throw new Error('the answer has no request id')
  return {
    status,
    code: status >= 400 && text !== '' ? refusalOf(text).code : undefined,
    challenge: headers['www-authenticate'],
    hasLimits: hasLimits(asked),
    counted: (await countOf(server, key)) - before
  }
}
