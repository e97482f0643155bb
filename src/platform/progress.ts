import { createRequire } from 'node:module'
import type CliProgress from 'cli-progress'

/** Loaded where somebody looks on, which is seldom. */
const loadBars = () => createRequire(import.meta.url)('cli-progress') as typeof CliProgress

/** What a long command shows of its way. */
export interface Progress {
  /** Where it stands, in a few words: `12,000 values read`. */
  step(text: string): void
  /** Takes the line away; to be called in any case. */
  done(): void
}

/** Shows nothing. */
export const silentProgress: Progress = { step() {}, done() {} }

/** Where progress is shown: standard error. */
export interface ProgressStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean
}

/** One line that is painted over, ten times a second at most; on anything but a terminal nothing. */
export const openProgress = (label: string, stream: ProgressStream): Progress => {
  if (stream.isTTY !== true) return silentProgress
  const { SingleBar } = loadBars()
  let line = label
  const bar = new SingleBar({
    stream,
    format: () => line,
    clearOnComplete: true,
    linewrap: true,
    // The bar's own handler would swallow the first Ctrl-C.
    gracefulExit: false
  })
  bar.start(0, 0)
  return {
    step(text) {
      line = `${label} ${text}`
      bar.update(0)
    },
    done: () => bar.stop()
  }
}
