/** Where a function stands. */
export interface CallFrame {
  readonly functionName: string
  /** Of its file or module; empty of what is not written in JavaScript. */
  readonly url: string
  /** From 0. */
  readonly lineNumber: number
}

/** A function on the way by which it was called. */
export interface ProfileNode {
  readonly id: number
  readonly callFrame: CallFrame
  readonly children?: readonly number[]
}

/** What `node --cpu-prof` writes of one thread: the type `Profile` of the DevTools protocol. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[]
  /** Who was at work whenever it was looked. */
  readonly samples: readonly number[]
  /** Microseconds since the look before. */
  readonly timeDeltas: readonly number[]
}
