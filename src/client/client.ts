import type { Answer, CallOptions, Given, OperationName } from './call.ts'

/** Where a server is, and how to ask it. */
export interface ClientOptions {
  /** Of the server, with the path below which it is reached, if any: `https://sigma.example/intel`. */
  readonly url: string
  /** Sent in the Authorization header, and only to this server. */
  readonly key?: string | undefined
  /** Another `fetch` than the global one. */
  readonly fetch?: typeof fetch | undefined
}

type Arguments<Name extends OperationName> =
  Partial<Given<Name>> extends Given<Name>
    ? [given?: Given<Name>, options?: CallOptions]
    : [given: Given<Name>, options?: CallOptions]

/** Asks for one operation. Rejects where no whole answer came: the network failed, or the signal gave it up. */
export type Call<Name extends OperationName> = (...given: Arguments<Name>) => Promise<Answer<Name>>

/** Follows the `Link` of each answer to the next one. A refusal is the last. */
export type Pages = <Name extends OperationName>(name: Name, ...given: Arguments<Name>) => AsyncIterable<Answer<Name>>

/** A client with a method for each operation, by its name in the reference. */
export type Client = { readonly [Name in OperationName]: Call<Name> } & { readonly pages: Pages }
