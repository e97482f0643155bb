import type { KeyVerdict } from '../app/keys.ts'
import type { Answer } from './answer.ts'
import type { AppParts } from './app-parts.ts'
import type { TierFeature } from './tier-feature.ts'

/** Who asks: a key that holds, with its tier. */
export type Caller = Extract<KeyVerdict, { readonly valid: true }>

/** What a key must have for an operation. */
export interface Security {
  readonly scope: string
  /** What the key's tier must include; `undefined` where every tier will do. */
  readonly feature: TierFeature | undefined
}

/** Values by name, decoded, in the order in which they came. */
export type Parameters = ReadonlyMap<string, string>

/** A request that has passed every check that is not the operation's own. */
export interface KeyedRequest {
  /** What stands in the place of each `{name}` of the path, decoded. */
  readonly pathParameters: Parameters
  /** Of the query string. */
  readonly parameters: Parameters
  readonly caller: Caller
  readonly ifNoneMatch: string | undefined
}

/** The parts, and what the server knows of itself. */
export interface Services extends AppParts {
  /** Whether the server is on its way down. */
  readonly isDraining: () => boolean
}

interface Endpoint {
  /** HEAD comes with it. */
  readonly method: 'GET'
  /** `{name}` stands for one segment: `/api/v1/pipelines/{name}`. */
  readonly path: string
}

/** An operation for everybody, such as a probe. It takes no parameters, and a query string is not looked at. */
export interface OpenOperation extends Endpoint {
  readonly security: 'open'
  readonly handle: (services: Services) => Promise<Answer>
}

/** An operation for holders of a key. */
export interface KeyedOperation extends Endpoint {
  readonly security: Security
  /** Every name that the query string may hold. */
  readonly parameters: readonly string[]
  readonly handle: (request: KeyedRequest, services: Services) => Promise<Answer>
}

/** One operation of the API. One file per operation in `operations/`, one line in `operations.ts`. */
export type Operation = OpenOperation | KeyedOperation
