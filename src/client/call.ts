import type { z } from 'zod'
import type { BytesContent, Content, JsonContent, LinesContent, TextContent } from '../api/content.ts'
import type { BodyDescription, KeyedDescription } from '../api/description.ts'
import type { DESCRIPTIONS } from '../api/descriptions.ts'
import type { Written } from '../api/written.ts'
import type { Refusal } from './refusal.ts'

type Described = (typeof DESCRIPTIONS)[number]

/** The name of an operation, which is that of its method. */
export type OperationName = Described['name']

type DescriptionOf<Name extends OperationName> = Extract<Described, { readonly name: Name }>

/**
 * An operation whose answers come in pages: each says where the next one is, in its `Link`, or as TAXII does it in the
 * `next` of its body.
 */
export type PagedName = (LinkingDescription | ContinuedDescription)['name']

type LinkingDescription = Described extends infer One
  ? One extends { readonly answers: { readonly 200: { readonly headers: infer Headers extends readonly unknown[] } } }
    ? Extract<Headers[number], { readonly name: 'Link' }> extends never
      ? never
      : One
    : never
  : never

type ContinuedDescription = Described extends infer One
  ? One extends KeyedDescription
    ? Extract<One['parameters'][number], { readonly name: 'next' }> extends never
      ? never
      : One
    : never
  : never

type KeyedOf<Name extends OperationName> = Extract<DescriptionOf<Name>, KeyedDescription>

type Required = { readonly isRequired: true }

type Value<Parameter> = Parameter extends { readonly schema: infer Schema extends z.ZodType } ? Written<Schema> : never

type NeededOf<Parameter extends { readonly name: string }> = {
  readonly [One in Parameter as One['name']]: Value<One>
}

type OptionalOf<Parameter extends { readonly name: string }> = {
  readonly [One in Parameter as One['name']]?: Value<One> | undefined
}

interface Bodiless {
  readonly body?: undefined
}

type BodyOf<Body> =
  Body extends BodyDescription<infer Schema>
    ? Body['isOptional'] extends true
      ? { readonly body?: Written<Schema> | undefined }
      : { readonly body: Written<Schema> }
    : Bodiless

/** What an operation takes: the parameters of its path and query string by name, and the `body`. */
export type Given<Name extends OperationName> = [KeyedOf<Name>] extends [never]
  ? Bodiless
  : NeededOf<KeyedOf<Name>['pathParameters'][number]> &
      NeededOf<Extract<KeyedOf<Name>['parameters'][number], Required>> &
      OptionalOf<Exclude<KeyedOf<Name>['parameters'][number], Required>> &
      BodyOf<KeyedOf<Name>['body']>

/** How a request is made. */
export interface CallOptions {
  /** Gives the request up, and with it an answer that is still read. */
  readonly signal?: AbortSignal | undefined
  /** Of the answer that the caller has: the answer is 304 without a body while it is still the same. */
  readonly etag?: string | undefined
  /** Which form of the answer is wanted, where an operation has several: `text/event-stream`. */
  readonly accept?: string | undefined
}

/** How pages are asked for. */
export interface PageOptions extends CallOptions {
  /** The `next` of the last page that came: it goes on there, whatever the query string says. */
  readonly from?: string | undefined
}

interface Received {
  readonly ok: true
  readonly headers: Headers
  /** For {@link CallOptions.etag} of the next request. */
  readonly etag: string | undefined
  /** Path and query of the next page, for {@link PageOptions.from}; `undefined` where there is none. */
  readonly next: string | undefined
}

type FormOf<One> =
  One extends JsonContent<infer Schema>
    ? { readonly form: 'json'; readonly body: Written<Schema> }
    : One extends LinesContent<infer Schema>
      ? { readonly form: 'lines'; readonly body: AsyncIterable<Written<Schema>> }
      : One extends TextContent
        ? { readonly form: 'text'; readonly body: string }
        : One extends BytesContent
          ? { readonly form: 'bytes'; readonly body: ReadableStream<Uint8Array> }
          : never

type FormsOf<Contents extends readonly Content[]> = Contents extends readonly []
  ? { readonly form: 'none'; readonly body: undefined }
  : FormOf<Contents[number]>

type AnswersOf<Answers> = {
  [Status in keyof Answers]: Answers[Status] extends { readonly content: infer Contents extends readonly Content[] }
    ? Received & { readonly status: Status } & FormsOf<Contents>
    : never
}[keyof Answers]

/**
 * What an operation answers, by `ok`, `status` and `form`: JSON as it is described; JSON lines and server-sent events as an
 * iterable, to be read once; text as a string; anything else as a stream.
 */
export type Answer<Name extends OperationName> = AnswersOf<DescriptionOf<Name>['answers']> | Refusal
