import type { z } from 'zod'
import type { Written } from '../../api/written.ts'
import { TAXII_TYPE } from '../../api/schemas/taxii.ts'
import type { KeyedDescription } from '../../api/description.ts'
import Negotiator from 'negotiator'
import { formatInstant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { TaxiiPage } from '../../app/taxii/taxii.ts'
import type { Answer } from '../answer.ts'
import { type KeyedOperation, keyedOperation, type KeyedRequest, type Services } from '../operation.ts'

const HEADERS = {
  'Content-Type': TAXII_TYPE,
  Vary: 'Accept, Accept-Encoding, Authorization, X-API-Key',
  'Cache-Control': 'private, no-store'
}

/** Refuses a client that reads no TAXII 2.1. Section 1.6.8.1. */
const requireAccepted = (accept: string | undefined): void => {
  if (accept === undefined) return
  if (new Negotiator({ headers: { accept } }).mediaType([TAXII_TYPE]) !== undefined) return
  throw new Problem(
    'not_acceptable',
    `This server speaks TAXII 2.1 only; send "Accept: ${TAXII_TYPE}", or no Accept header at all.`,
    { details: { allowed: TAXII_TYPE } }
  )
}

/** A resource of the TAXII server: what all of them need and answer alike. */
export const taxiiOperation = <const Described extends KeyedDescription>(
  described: Described,
  handle: (request: KeyedRequest<Described>, services: Services) => Promise<Pick<Answer, 'body'> & Partial<Answer>>
): KeyedOperation =>
  keyedOperation(described, async (request, services) => {
    requireAccepted(request.accept)
    const answer = await handle(request, services)
    return { status: 200, ...answer, headers: { ...HEADERS, ...answer.headers } }
  })

/** A resource that is one small object. */
export const resource = <Schema extends z.ZodType>(value: Written<Schema>): Pick<Answer, 'body'> => ({
  body: `${JSON.stringify(value)}\n`
})

/** When the first and the last version of a page were added: section 3.4.2. */
export const addedHeaders = ({ versions }: TaxiiPage): Record<string, string> => {
  const first = versions[0]
  const last = versions.at(-1)
  if (first === undefined || last === undefined) return {}
  return {
    'X-TAXII-Date-Added-First': formatInstant(first.added),
    'X-TAXII-Date-Added-Last': formatInstant(last.added)
  }
}
