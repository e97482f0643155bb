import type { Kind } from './kind.ts'
import { uuidV5 } from './uuid-v5.ts'

/**
 * The id of an indicator and of its rule: UUIDv5 (RFC 9562, 5.5) of `kind:value`, where the value is normalised.
 * The same for ever, in every store.
 */
export const ruleId = (kind: Kind, value: string): string => uuidV5(`${kind}:${value}`)
