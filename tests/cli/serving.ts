import { once } from 'node:events'
import { ending, start, type CallOptions, type Ended, type Running } from './program.ts'

/** A server under test. */
export interface Serving {
  readonly child: Running
  readonly url: string
  /** Waits until it has said something like this; gives the first group of the pattern. */
  hears(pattern: RegExp): Promise<string>
  /** How it ended; to be awaited once. */
  readonly ended: Promise<Ended>
}

/** Starts a server on a port of its own and waits until it listens. */
export const serve = async (args: readonly string[], options: CallOptions): Promise<Serving> => {
  const child = start(['serve', '--port', '0', ...args], options)
  let said = ''
  let isOver = false
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.once('close', () => {
    isOver = true
  })
  const ended = ending(child)
  const hears = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(said)
      if (found !== null) return found[1] ?? ''
      if (isOver) throw new Error(`the server ended and said only: ${said}`)
      await Promise.race([once(child.stderr, 'data'), once(child, 'close')])
    }
  }
  return { child, url: await hears(/listens on (http:\/\/\S+?);/), hears, ended }
}
