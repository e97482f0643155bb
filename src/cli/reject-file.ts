import type { Reject } from '../app/ingest-report.ts'
import type { World } from '../app/world.ts'
import { REJECT_REASONS } from '../indicator/rejection.ts'

/** A reject as one line of JSON. */
const lineOf = ({ file, position, value, reason, detail }: Reject): string =>
  `${JSON.stringify({ file, position, value, reason, detail: detail ?? null, message: REJECT_REASONS[reason] })}\n`

const LINES_PER_CHUNK = 500

/** A file of rejects that is being written, as NDJSON. */
export interface RejectFile {
  /** Takes a reject and resolves when there is room for the next; throws what kept the file from being written. */
  add(reject: Reject): Promise<void>
  /** Puts the whole file in its place. */
  finish(): Promise<void>
  /** Leaves things as they were. */
  discard(): Promise<void>
}

/** Says that the lines end without being whole. */
class Discarded extends Error {}

interface State {
  lines: string[]
  ending: 'whole' | 'discarded' | undefined
  failure: { readonly error: unknown } | undefined
  /** Lets the side that waits look again; one at a time does. */
  wake: () => void
}

/** Opens a file of rejects. A few hundred lines at most are held, so that millions of rejects need no memory. */
export const openRejectFile = (world: World, path: string): RejectFile => {
  const state: State = { lines: [], ending: undefined, failure: undefined, wake: () => {} }

  const untilWoken = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      state.wake = resolve
    })
  }

  async function* chunks(): AsyncGenerator<string> {
    for (;;) {
      while (state.lines.length < LINES_PER_CHUNK && state.ending === undefined) await untilWoken()
      if (state.ending === 'discarded') throw new Discarded()
      const chunk = state.lines.join('')
      state.lines = []
      state.wake()
      if (chunk === '') return
      yield chunk
    }
  }

  const writing = world.writeFile(path, chunks()).catch((error: unknown) => {
    state.failure = { error }
    state.wake()
  })

  const end = async (how: 'whole' | 'discarded'): Promise<void> => {
    state.ending = how
    state.wake()
    await writing
    if (state.failure !== undefined && !(state.failure.error instanceof Discarded)) throw state.failure.error
  }

  return {
    async add(reject) {
      state.lines.push(lineOf(reject))
      state.wake()
      while (state.lines.length >= LINES_PER_CHUNK && state.failure === undefined) await untilWoken()
      if (state.failure !== undefined) throw state.failure.error
    },
    finish: async () => end('whole'),
    discard: async () => end('discarded')
  }
}
