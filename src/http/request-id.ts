import type { AppParts } from './app-parts.ts'

const BYTES = 12

/** A fresh name for a request: `req_` and 24 hex digits. */
export const requestId = (crypto: AppParts['crypto']): string => {
  let id = 'req_'
  for (const byte of crypto.randomBytes(BYTES)) id += byte.toString(16).padStart(2, '0')
  return id
}
