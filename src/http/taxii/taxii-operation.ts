import Negotiator from 'negotiator'
import { READ_SCOPE } from '../../app/keys.ts'
import { formatInstant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { TaxiiPage } from '../../app/taxii/taxii.ts'
import type { Answer } from '../answer.ts'
import type { KeyedOperation, KeyedRequest, Security, Services } from '../operation.ts'
import { TAXII_MEDIA_TYPE } from './taxii-paths.ts'

const SECURITY: Security = { scope: READ_SCOPE, feature: 'taxii' }

const HEADERS = {
  'Content-Type': TAXII_MEDIA_TYPE,
  Vary: 'Accept, Accept-Encoding, Authorization, X-API-Key',
  'Cache-Control': 'private, no-store'
}

/** Refuses a client that reads no TAXII 2.1. Section 1.6.8.1. */
const requireAccepted = (accept: string | undefined): void => {
  if (accept === undefined) return
  if (new Negotiator({ headers: { accept } }).mediaType([TAXII_MEDIA_TYPE]) !== undefined) return
  throw new Problem(
    'not_acceptable',
    `This server speaks TAXII 2.1 only; send "Accept: ${TAXII_MEDIA_TYPE}", or no Accept header at all.`,
    { details: { allowed: TAXII_MEDIA_TYPE } }
  )
}

/** A resource of the TAXII server: what all of them need and answer alike. */
export const taxiiOperation = (
  path: string,
  parameters: readonly string[],
  handle: (request: KeyedRequest, services: Services) => Promise<Pick<Answer, 'body'> & Partial<Answer>>
): KeyedOperation => ({
  method: 'GET',
  path,
  security: SECURITY,
  parameters,
  async handle(request, services) {
    requireAccepted(request.accept)
    const answer = await handle(request, services)
    return { status: 200, ...answer, headers: { ...HEADERS, ...answer.headers } }
  }
})

/** A resource that is one small object. */
export const resource = (value: object): Pick<Answer, 'body'> => ({ body: `${JSON.stringify(value)}\n` })

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
