/** A typed client for sigmill's API: `import { createClient } from 'sigmill/client'`. */
export type { ErrorCode } from './api/errors.ts'
export type { Answer, CallOptions, Given, OperationName, PagedName, PageOptions } from './client/call.ts'
export type { Call, Client, ClientOptions, Pages } from './client/client.ts'
export { createClient } from './client/create-client.ts'
export type { DetailsOf, Refusal } from './client/refusal.ts'
