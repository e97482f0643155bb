import { matches } from './matches.ts'
import { refusalIn } from './node.ts'
import { parsePattern } from './parse-pattern.ts'
import { programOf } from './program.ts'

/** A regular expression that is matched in linear time. */
export interface Pattern {
  readonly matches: (value: string) => boolean
}

/** Flags of PCRE and JavaScript that change nothing for values of one line. */
const IDLE_FLAGS = 'gmsuU'

const DELIMITED = /^\/(.*)\/([A-Za-z]*)$/s

/**
 * Reads a regular expression between slashes, with its flags, or without them. What only a backtracking matcher could
 * tell (backreferences, lookaround, word boundaries) is refused with a reason.
 */
export const readPattern = (text: string): Pattern | { readonly refused: string } => {
  const [, inner = text, flags = ''] = DELIMITED.exec(text) ?? []
  const unknown = Array.from(flags).find((flag) => flag !== 'i' && !IDLE_FLAGS.includes(flag))
  if (unknown !== undefined) return { refused: `has the flag "${unknown}"` }
  try {
    const program = programOf(parsePattern(inner, flags.includes('i')))
    return { matches: (value) => matches(program, value) }
  } catch (error) {
    return { refused: refusalIn(error) }
  }
}
