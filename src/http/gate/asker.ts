import type { IncomingMessage } from 'node:http'
import type { Look } from '../../app/look.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'
import { clientAddress, createDirectClient } from '../connections/client-address.ts'
import { dialectOf } from '../dialect.ts'
import type { Services } from '../operation.ts'
import { recordOf, type RequestRecord } from '../records/request-record.ts'
import type { KeySchemes } from './api-key-headers.ts'

/** Who sends a request, before any key is looked at. */
export interface Asker {
  readonly rawHeaders: readonly string[]
  readonly schemes: KeySchemes
  /** `undefined` where it cannot be told. */
  readonly address: IpAddress | undefined
  readonly record: RequestRecord
  readonly look: Look
}

/** Tells who sends requests for what lies under a path. */
export const createAskers = (
  { path }: { readonly path: string },
  { settings: { trustedProxies }, look }: Pick<Services, 'settings' | 'look'>
): ((request: IncomingMessage) => Asker) => {
  const schemes = dialectOf(path)
  const directClient = createDirectClient(trustedProxies)
  return (request) => {
    const { rawHeaders, socket } = request
    const address = directClient(socket) ?? clientAddress(socket.remoteAddress, rawHeaders, trustedProxies)
    return { rawHeaders, schemes, address, record: recordOf(request), look: look() }
  }
}
