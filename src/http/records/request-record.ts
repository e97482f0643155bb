import type { IncomingMessage } from 'node:http'

/** What becomes known of a request on its way, for the log, the metrics and the usage of its key. */
export interface RequestRecord {
  /** `GET /api/v1/pipelines/{name}`, once it is known. */
  operation?: { readonly method: string; readonly path: string }
  /** Of a key that holds. */
  keyId?: string
  /** Whether the key had used up its requests. */
  isLimited?: boolean
}

const RECORD = Symbol('record')

interface Recorded extends IncomingMessage {
  [RECORD]?: RequestRecord
}

/** The record of a request, which is made when it is first asked for. */
export const recordOf = (request: Recorded): RequestRecord => (request[RECORD] ??= {})
