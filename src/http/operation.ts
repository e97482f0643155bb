import type { z } from 'zod'
import type { Description, KeyedDescription, OpenDescription } from '../api/description.ts'
import type { KeyVerdict } from '../app/keys.ts'
import type { KeyPlaces } from '../app/limits/key-places.ts'
import type { Look } from '../app/look.ts'
import type { Places } from '../app/places.ts'
import type { Answer } from './answer.ts'
import type { ContentCoding } from './answers/content-coding.ts'
import type { AppParts } from './app-parts.ts'
import type { HttpTimes } from './http-times.ts'

/** Who asks: a key that holds, with its tier. */
export type Caller = Extract<KeyVerdict, { readonly valid: true }>

/** Values by name, decoded, in the order in which they came. */
export type Parameters<Name extends string = string> = ReadonlyMap<Name, string>

/** The members of a JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

type MembersOf<Body> = Body extends { readonly schema: infer Schema extends z.ZodObject }
  ? z.output<Schema>
  : JsonObject

/** A request that has passed every check that is not the operation's own. */
export interface KeyedRequest<Described extends KeyedDescription = KeyedDescription> {
  /** What stands in the place of each `{name}` of the path, decoded. */
  readonly pathParameters: Parameters<Described['pathParameters'][number]['name']>
  /** Of the query string. */
  readonly parameters: Parameters<Described['parameters'][number]['name']>
  readonly caller: Caller
  /** At the state of the store in which the key was judged. */
  readonly look: Look
  readonly ifNoneMatch: string | undefined
  readonly accept: string | undefined
  /** How the client likes long answers best; `undefined` is as they are. */
  readonly coding: () => ContentCoding | undefined
  /** Whether nothing but headers is wanted. */
  readonly isHead: boolean
  /** By which a client goes on with a stream of events that broke off. */
  readonly lastEventId: string | undefined
  /** Whether the client has gone. */
  readonly isGone: () => boolean
  /** A signal that is aborted once nobody waits for the answer: the client has gone, or the server stops. */
  readonly untilOver: () => AbortSignal
  /**
   * Notes that the answer hands out so many rules or indicators, for the audit trail and the metrics. To be called before
   * anything of them is sent; throws `unavailable` while the audit trail cannot be written. HEAD hands out nothing.
   */
  readonly handOut: (count: number) => void
  /** What came as JSON, as its schema has it; without members where there was no body. */
  readonly body: MembersOf<Described['body']>
}

/** All of a request that shapes what it asks for: equal query strings share their parameters, and requests of a key the key. */
export type Asked = Pick<KeyedRequest, 'parameters' | 'caller'>

/** A request of anybody. */
export type OpenRequest = Pick<KeyedRequest, 'ifNoneMatch'>

/** The parts, and what the server knows of itself. */
export interface Services extends AppParts {
  readonly times: HttpTimes
  /** Aborted when the server closes. */
  readonly stopping: AbortSignal
  /** The description of the API, as it is served. */
  readonly openApi: () => Promise<string>
  /** The same as a page for people. */
  readonly reference: () => Promise<string>
  /** A fresh name for a request. */
  readonly requestId: () => string
  /** The look of a request at the state of the store; to be asked for as it is read. */
  readonly look: () => Look
  /** Bounds the streams that are open at once. */
  readonly streams: Places
  /** Bounds the exports and streams of one key, and of one account, that are open at once. */
  readonly exportsOfKey: KeyPlaces
}

/** An operation for everybody, such as a probe. */
export interface OpenOperation extends OpenDescription {
  handle(services: Services, request: OpenRequest): Promise<Answer>
}

/** An operation for holders of a key. */
export interface KeyedOperation extends KeyedDescription {
  handle(request: KeyedRequest, services: Services): Promise<Answer>
}

/** One operation of the API: its description, and what answers it. One file per operation in `operations/`, one line in `operations.ts`. */
export type Operation = OpenOperation | KeyedOperation

/** An operation as it is listed: all that it takes and answers, and how to load what answers it. */
export type ListedOperation = Description & { readonly load: () => Promise<Operation> }

/** What answers a description, for everybody. */
export const openOperation = (described: OpenDescription, handle: OpenOperation['handle']): OpenOperation => ({
  ...described,
  handle
})

/** What answers a description, for holders of a key. The request holds what the description names, and nothing else. */
export const keyedOperation = <const Described extends KeyedDescription>(
  described: Described,
  handle: (request: KeyedRequest<Described>, services: Services) => Promise<Answer>
): KeyedOperation => ({ ...described, handle })
