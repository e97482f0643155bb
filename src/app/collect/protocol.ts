import type { FetchRequest, Validators } from '../../platform/fetch/fetch-request.ts'
import type { FetchUrl } from '../../platform/fetch/fetch-url.ts'
import type { IngestInput } from '../ingest-options.ts'

/** A feed to collect from, and where the last run ended. */
export interface CollectFeed extends Pick<FetchRequest, 'url' | 'headers' | 'allowNetworks' | 'validators' | 'signal'> {
  /** What the last run left behind in {@link Progress}. */
  readonly cursor?: string | undefined
}

/** Where a run ended, for the next one to go on from. */
export interface Progress extends Validators {
  readonly cursor?: string | undefined
}

/** Something to take in. */
export interface CollectedInputs {
  readonly kind: 'inputs'
  /** Read once, to the end. A failure of the network comes out of them as a `fetch_` problem, and fails the run. */
  readonly inputs: AsyncIterable<IngestInput>
  /** Where the run ended. To be asked and kept only when all inputs were read well and everything is committed. */
  finish(): Progress
  /**
   * Where a run ended of whose inputs not all could be read, so that those alone come again; absent where a protocol
   * cannot tell them apart. To be kept only when those that `isWhole` names are committed.
   */
  partial?(isWhole: (inputName: string) => boolean): Progress
  /** Lets go of what was not read; harmless when everything was. */
  close(): Promise<void>
}

/** Nothing new since the last run, whose progress stays good; or something to take in. */
export type Collected = { readonly kind: 'unchanged' } | CollectedInputs

/** A way in which servers offer feeds. */
export interface Protocol {
  readonly name: string
  /** The format that the inputs have; `undefined` where the feed decides. */
  readonly format: string | undefined
  /** Whether a run only brings what is new since the last one, and may bring nothing. */
  readonly isIncremental: boolean
  /** Throws the problems of the fetcher, and `fetch_unexpected` where an answer is not what the protocol promises. */
  collect(feed: CollectFeed, fetch: FetchUrl): Promise<Collected>
}
