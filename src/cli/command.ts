import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Flags, FlagValues } from './flag.ts'

/** What stands behind a command's name, without a flag before it. */
export interface Operand {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  /** Whether it can be given several times. */
  readonly several: boolean
  /** Words that a shell offers; otherwise it offers paths where {@link paths} says so. */
  readonly choices?: readonly string[]
  readonly paths?: boolean
}

/** One call of a command: what was typed, and the outside. */
export interface Call<F extends Flags = Flags> {
  readonly world: World
  readonly operands: readonly string[]
  readonly flags: FlagValues<F>
  /** The settings that flags give, by their keys. */
  readonly typedSettings: Readonly<Record<string, string>>
  /** The settings that hold; `instead` stands in for defaults, variables and the file where no flag was given. */
  readonly loadSettings: (instead?: Readonly<Record<string, string>>) => Promise<Settings>
  /** The whole command line, for commands that speak of it. */
  readonly allCommands: () => Promise<CommandGroup>
}

interface Named {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
}

/** A command. One file per command in `commands/`, one line in `commands.ts`. */
export interface Command<F extends Flags = Flags> extends Named {
  /** Sentences for its own help. */
  readonly description: string
  /** One, several in their order, or none. */
  readonly operand: Operand | readonly Operand[] | undefined
  readonly flags: F
  /**
   * The keys of the settings that its help shows; every other is taken as well. `undefined` for a command that takes
   * none.
   */
  readonly settings: readonly string[] | undefined
  /** Command lines without the program's name, each with what it does. */
  readonly examples: readonly (readonly [line: string, effect: string])[]
  run(call: Call<F>): Promise<ExitCode>
}

/** Commands under a common name. */
export interface CommandGroup extends Named {
  /** The one of them that runs when none is named. */
  readonly unnamed?: string
  readonly commands: readonly (Command | CommandGroup)[]
}

/** Lets the compiler infer the types of a command's flags. */
export const defineCommand = <const F extends Flags>(command: Command<F>): Command => command

/** Tells a group from a command. */
export const isGroup = (entry: Command | CommandGroup): entry is CommandGroup => 'commands' in entry

const isList = (operand: NonNullable<Command['operand']>): operand is readonly Operand[] => Array.isArray(operand)

/** What stands behind a command's name, in order. */
export const operandsOf = ({ operand }: Pick<Command, 'operand'>): readonly Operand[] => {
  if (operand === undefined) return []
  return isList(operand) ? operand : [operand]
}
