import type { Transform } from 'node:stream'

/** Packed bytes that the engine takes at once; what they unpack to, at most about a thousand times as much, is held. */
const SLICE_BYTES = 16 * 1024

/**
 * Drives a `node:zlib` engine by hand, slice by slice, so that everything it handed out before a failure is
 * yielded before the failure is thrown: read as a stream, it would drop what nobody had asked for yet.
 */
export async function* inflate(packed: AsyncIterable<Uint8Array>, engine: Transform): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = []
  const take = (): readonly Uint8Array[] => {
    const taken = unpacked
    unpacked = []
    return taken
  }
  const turns = engineTurns(engine, (chunk) => unpacked.push(chunk))
  try {
    for await (const chunk of packed) {
      for (let start = 0; start < chunk.length && !turns.isOver(); start += SLICE_BYTES) {
        await turns.write(chunk.subarray(start, start + SLICE_BYTES))
        yield* take()
      }
    }
    await turns.end()
    yield* take()
  } catch (error) {
    yield* take()
    throw error
  } finally {
    engine.destroy()
  }
}

interface EngineTurns {
  /** The engine has seen the end of its data; the rest of the input is padding. */
  isOver(): boolean
  write(slice: Uint8Array): Promise<void>
  end(): Promise<void>
}

const engineTurns = (engine: Transform, onChunk: (chunk: Uint8Array) => void): EngineTurns => {
  let isOver = false
  let resolve = (): void => {}
  let reject = (_error: Error): void => {}
  engine.on('data', onChunk)
  engine.on('error', (error) => reject(error))
  engine.on('end', () => {
    isOver = true
    resolve()
  })
  const turn = (start: () => void): Promise<void> =>
    new Promise<void>((onDone, onError) => {
      resolve = onDone
      reject = onError
      start()
    })
  return {
    isOver: () => isOver,
    write: (slice) => turn(() => engine.write(slice, () => resolve())),
    end: async () => {
      if (!isOver) await turn(() => engine.end())
    }
  }
}
