import { expect } from 'vitest'
import { uuidV5 } from '../../src/indicator/uuid-v5.ts'
import type { Asked } from './ask.ts'
import type { TestServer } from './test-server.ts'

export const TAXII = '/api/taxii2/'
export const COLLECTIONS = `${TAXII}api/collections/`
export const OBJECTS = `${COLLECTIONS}all/objects/`

/** The members of STIX objects that tests look at. */
export interface Stix {
  readonly type: string
  readonly id: string
  readonly name: string
  readonly created: string
  readonly modified: string
  readonly pattern?: string
  readonly valid_from?: string
  readonly valid_until?: string
}

/** A page of a collection. */
export interface Page {
  readonly more?: boolean
  readonly next?: string
  readonly objects?: readonly Stix[]
  readonly versions?: readonly string[]
}

export const pageOf = ({ status, text }: Asked): Page => {
  expect([status, status === 200 ? '' : text]).toEqual([200, ''])
  return JSON.parse(text) as Page
}

/** What a page holds of indicators, CVEs and techniques. */
export const foundIn = (page: Page): readonly Stix[] =>
  (page.objects ?? []).filter(({ type }) => type !== 'identity' && type !== 'marking-definition')

/** `Malicious IP 198.51.100.1`, with a mark where it no longer counts. */
export const shortOf = ({ name, valid_until: until }: Stix): string => (until === undefined ? name : `${name} (ended)`)

/** Reads a collection to its end; gives its objects and the date of the last, by which to ask again. */
export const readAll = async (
  server: TestServer,
  path: string
): Promise<{ readonly objects: readonly Stix[]; readonly last: string }> => {
  const objects: Stix[] = []
  const sign = path.includes('?') ? '&' : '?'
  let last = ''
  let next: string | undefined
  do {
    const answer = await server.ask(next === undefined ? path : `${path}${sign}next=${next}`)
    const page = pageOf(answer)
    objects.push(...(page.objects ?? []))
    last = String(answer.headers['x-taxii-date-added-last'] ?? last)
    expect(page.more ?? false).toBe(page.next !== undefined)
    next = page.next
  } while (next !== undefined)
  return { objects, last }
}

/** The id of a collection by its alias. */
export const collectionId = (alias: string): string => uuidV5(`taxii-collection:${alias}`)
