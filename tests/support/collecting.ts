import type { Collected, CollectedInputs, CollectFeed, Protocol } from '../../src/app/collect/protocol.ts'
import type { FetchParts } from '../../src/platform/fetch/fetch-parts.ts'
import { fetcher, LOOPBACK } from './fetching.ts'

/** Collects from the test's servers. */
export const collecting = (
  protocol: Protocol,
  feed: CollectFeed,
  parts: Partial<FetchParts> = {}
): Promise<Collected> => protocol.collect({ allowNetworks: LOOPBACK, ...feed }, fetcher(parts))

/** The inputs that a collection gives. */
export const collected = async (protocol: Protocol, feed: CollectFeed): Promise<CollectedInputs> => {
  const result = await collecting(protocol, feed)
  if (result.kind === 'unchanged') throw new Error('nothing new')
  return result
}

/** An input that was read. */
export interface InputText {
  readonly name: string
  readonly stem: string
  readonly text: string
}

/** Reads all inputs. */
export const inputTexts = async ({ inputs }: CollectedInputs): Promise<readonly InputText[]> => {
  const read: InputText[] = []
  for await (const input of inputs) {
    const chunks: Uint8Array[] = []
    for await (const chunk of input.open()) chunks.push(chunk)
    read.push({ name: input.name, stem: input.stem, text: Buffer.concat(chunks).toString('utf8') })
  }
  return read
}
