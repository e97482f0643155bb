import type { Answer, CallOptions, Given, OperationName, PagedName, PageOptions } from './call.ts'

/** Where a server is, and how to ask it. */
export interface ClientOptions {
  /** Of the server, with the path below which it is reached, if any: `https://sigma.example/intel`. */
  readonly url: string
  /** Sent in the Authorization header, and only to this server. */
  readonly key?: string | undefined
  /** Another `fetch` than the global one. */
  readonly fetch?: typeof fetch | undefined
}

type Arguments<Name extends OperationName, Options = CallOptions> =
  Partial<Given<Name>> extends Given<Name>
    ? [given?: Given<Name>, options?: Options]
    : [given: Given<Name>, options?: Options]

/**
 * Asks for one operation. Rejects where no whole answer came: the network failed, or the signal gave it up; and with a
 * TypeError, without asking, where a value of the path would lead to another operation.
 */
export type Call<Name extends OperationName> = (...given: Arguments<Name>) => Promise<Answer<Name>>

/** Follows each answer to the next one. A refusal is the last; `from` goes on behind the last page that came. */
export type Pages = <Name extends PagedName>(
  name: Name,
  ...given: Arguments<Name, PageOptions>
) => AsyncIterable<Answer<Name>>

/** A client with a method for each operation, by its name in the reference. */
export type Client = { readonly [Name in OperationName]: Call<Name> } & { readonly pages: Pages }
