import type { KeyVerdict, Scope } from '../app/keys.ts'
import type { KeyPlaces } from '../app/limits/key-places.ts'
import type { Places } from '../app/places.ts'
import type { Answer } from './answer.ts'
import type { AppParts } from './app-parts.ts'
import type { TierFeature } from './tier-feature.ts'

/** Who asks: a key that holds, with its tier. */
export type Caller = Extract<KeyVerdict, { readonly valid: true }>

/** What a key must have for an operation. */
export interface Security {
  /** `undefined` where any key will do. */
  readonly scope: Scope | undefined
  /** What the key's tier must include; `undefined` where every tier will do. */
  readonly feature: TierFeature | undefined
}

/** Values by name, decoded, in the order in which they came. */
export type Parameters = ReadonlyMap<string, string>

/** The members of a JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A request that has passed every check that is not the operation's own. */
export interface KeyedRequest {
  /** What stands in the place of each `{name}` of the path, decoded. */
  readonly pathParameters: Parameters
  /** Of the query string. */
  readonly parameters: Parameters
  readonly caller: Caller
  readonly ifNoneMatch: string | undefined
  readonly accept: string | undefined
  /** By which a client goes on with a stream of events that broke off. */
  readonly lastEventId: string | undefined
  /** A signal that is aborted once nobody waits for the answer: the client has gone, or the server stops. */
  readonly untilOver: () => AbortSignal
  /**
   * Notes that the answer hands out so many rules or indicators, for the audit trail and the metrics. To be called before
   * anything of them is sent; throws `unavailable` while the audit trail cannot be written. HEAD hands out nothing.
   */
  readonly handOut: (count: number) => void
  /** What came as JSON; without members where the operation takes no body. */
  readonly body: JsonObject
}

/** The parts, and what the server knows of itself. */
export interface Services extends AppParts {
  /** Whether the server is on its way down. */
  readonly isDraining: () => boolean
  /** Aborted when the server is told to stop. */
  readonly stopping: AbortSignal
  /** Bounds the streams that are open at once. */
  readonly streams: Places
  /** Bounds the exports and streams of one key that are open at once. */
  readonly exportsOfKey: KeyPlaces
}

interface Endpoint {
  /** HEAD comes with GET. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
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
  /** Whether it takes an object as JSON, or goes without one as well; any other body is refused. */
  readonly body?: 'json' | 'json if any'
  readonly handle: (request: KeyedRequest, services: Services) => Promise<Answer>
}

/** One operation of the API. One file per operation in `operations/`, one line in `operations.ts`. */
export type Operation = OpenOperation | KeyedOperation
