import type { IngestInput } from '../../ingest-options.ts'
import type { Protocol } from '../protocol.ts'

/** One URL or file that holds the whole feed. */
export const plain: Protocol = {
  name: 'plain',
  format: undefined,
  isIncremental: false,
  async collect(feed, fetch) {
    const answer = await fetch(feed)
    if (answer.kind === 'unchanged') return answer
    const { name, stem, modified, body, etag, lastModified } = answer
    return {
      kind: 'inputs',
      inputs: only({ name, stem, modified, open: () => body }),
      finish: () => ({ etag, lastModified }),
      close: () => answer.close()
    }
  }
}

async function* only(input: IngestInput): AsyncGenerator<IngestInput> {
  yield input
}
