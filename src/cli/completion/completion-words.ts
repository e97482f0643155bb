import { isGroup, operandsOf, type Command, type CommandGroup } from '../command.ts'
import { longName, type Offer } from '../flag.ts'
import { visibleFlags } from '../visible-flags.ts'

/** A word with the sentence that says what it is. */
export interface Described {
  readonly word: string
  readonly summary: string
}

/** A flag as shells know it. */
export interface FlagWords extends Described {
  readonly short: string | undefined
  readonly takesValue: boolean
  readonly offer: Offer
}

/** Every spelling of a flag. */
export const flagNames = ({ short, word }: FlagWords): readonly string[] =>
  short === undefined ? [word] : [short, word]

/** What can follow at one place of the command line. */
export interface CompletionWords {
  /** The words before: `[]` at the beginning, `['keys', 'create']`. */
  readonly path: readonly string[]
  readonly commands: readonly Described[]
  readonly flags: readonly FlagWords[]
  /** What can stand there besides flags. */
  readonly operands: Offer
}

const HELP: FlagWords = { word: '--help', short: '-h', summary: 'show this help', takesValue: false, offer: undefined }

const flagWords = (command: Command): readonly FlagWords[] =>
  Object.entries(visibleFlags(command)).map(([name, { short, summary, placeholder, offer }]) => ({
    word: longName(name),
    short,
    summary,
    takesValue: placeholder !== undefined,
    offer
  }))

const operandWords = (command: Command): Offer => {
  const [first] = operandsOf(command)
  return first?.choices ?? (first?.paths === true ? 'path' : undefined)
}

/** Every place of a command tree with what can follow there, groups before what they hold. */
export const completionWords = (group: CommandGroup, path: readonly string[] = []): readonly CompletionWords[] => [
  {
    path,
    commands: group.commands.map(({ name, summary }) => ({ word: name, summary })),
    flags: [HELP],
    operands: undefined
  },
  ...group.commands.flatMap((entry) => {
    const place = [...path, entry.name]
    if (isGroup(entry)) return completionWords(entry, place)
    return [{ path: place, commands: [], flags: [...flagWords(entry), HELP], operands: operandWords(entry) }]
  })
]
