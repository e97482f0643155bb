import type { z } from 'zod'
import type { Content } from './content.ts'
import type { ErrorCode } from './errors.ts'
import type { Header } from './header.ts'
import type { Parameter } from './parameter.ts'
import type { Security } from './security.ts'
import type { Tag } from './tags.ts'

/** An answer that is no error. */
export interface AnswerDescription {
  /** A sentence in Markdown. */
  readonly about: string
  /** Besides those that every answer has: see `headers.ts`. */
  readonly headers: readonly Header[]
  /** The forms among which parameters or the Accept header choose; none where there is no body. */
  readonly content: readonly Content[]
}

/** The JSON object that an operation takes. */
export interface BodyDescription<Schema extends z.ZodObject = z.ZodObject> {
  readonly schema: Schema
  /** Which the schema takes. */
  readonly example: Readonly<Record<string, unknown>>
  /** Whether the operation goes without one as well. */
  readonly isOptional: boolean
}

interface Endpoint {
  /** Unique, for programs that are made from descriptions: `getIocs`. */
  readonly name: string
  /** HEAD comes with GET. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `{name}` stands for one segment: `/api/v1/pipelines/{name}`. */
  readonly path: string
  readonly tag: Tag
  /** One line. */
  readonly summary: string
  /** Sentences in Markdown. */
  readonly about: string
  /** Headers of the request that change the answer, besides those of keys and codings. */
  readonly requestHeaders: readonly Parameter[]
  /** By status. */
  readonly answers: Readonly<Record<number, AnswerDescription>>
}

/** An operation for everybody, such as a probe. It takes no other parameters, and a query string is not looked at. */
export interface OpenDescription extends Endpoint {
  readonly security: 'open'
}

/** An operation for holders of a key. */
export interface KeyedDescription extends Endpoint {
  readonly security: Security
  /** One for each `{name}` of the path. */
  readonly pathParameters: readonly Parameter[]
  /** Everything that the query string may hold. */
  readonly parameters: readonly Parameter[]
  /** What is sent with it; `undefined` where a body is refused. */
  readonly body: BodyDescription | undefined
  /** Besides those that come with method, security and body: see `expected-errors.ts`. */
  readonly errors: readonly ErrorCode[]
}

/** What an operation of the API takes and answers. One file per operation in `operations/`, one line in `descriptions.ts`. */
export type Description = OpenDescription | KeyedDescription
