/** How a text that means something is read, and what is said of one that cannot be. */
export interface Reading<Value = unknown> {
  readonly read: (text: string) => Value | undefined
  /** The end of a sentence. */
  readonly reason: string
  /** Every word that there is, as they are published. Some readings take other spellings of them, too. */
  readonly words?: readonly string[]
  /** How to write it, where there is no end of words. */
  readonly examples?: readonly string[]
}

/** A word of a set, in its one spelling. */
export const wordOf = <Word extends string>(
  words: readonly Word[],
  reason: string
): Reading<Word> & { readonly words: readonly Word[] } => ({
  read: (text) => words.find((word) => word === text),
  reason,
  words
})
