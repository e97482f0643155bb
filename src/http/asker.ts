import type { Look } from '../app/look.ts'
import type { IpAddress } from '../indicator/ipv6-text.ts'
import type { KeySchemes } from './api-key-headers.ts'
import type { RequestRecord } from './request-record.ts'

/** Who sends a request, before any key is looked at. */
export interface Asker {
  readonly rawHeaders: readonly string[]
  readonly schemes: KeySchemes
  /** `undefined` where it cannot be told. */
  readonly address: IpAddress | undefined
  readonly record: RequestRecord
  readonly look: Look
}
