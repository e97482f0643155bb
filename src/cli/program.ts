import { Argument, Command as Parser, Option } from 'commander'
import { invalidParameter } from '../app/invalid-parameter.ts'
import { isGroup, operandsOf, type Command, type CommandGroup, type Operand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { longName, type Flag, type FlagValues, type Flags } from './flag.ts'
import { SETTING_FLAGS, settingsIn } from './setting-flags.ts'
import { visibleFlags } from './visible-flags.ts'

/** What the parser found: a command with what was typed for it. */
export interface Match {
  readonly command: Command
  readonly operands: readonly string[]
  readonly flags: FlagValues<Flags>
  /** Settings that the line carries, by key. */
  readonly settings: Readonly<Record<string, string>>
}

/** Where help and complaints about the command line go. */
export interface ParserOutput {
  out(text: string): void
  error(text: string): void
}

/** So that help reads the same everywhere and can stand in the manual. */
const HELP_WIDTH = 100

const INTRODUCTION = 'Turns threat-intelligence feeds into Sigma rules, one rule per indicator of compromise.'

const toOption = (name: string, flag: Flag<unknown>): Option => {
  const long = longName(name)
  const names = flag.short === undefined ? long : `${flag.short}, ${long}`
  if (flag.placeholder === undefined) return new Option(names, flag.summary)
  return new Option(`${names} <${flag.placeholder}>`, flag.summary).argParser((text: string, earlier: unknown) => {
    const value = flag.parse(text, long)
    if (earlier === undefined) return value
    if (flag.repeats) return [earlier, value].flat()
    throw invalidParameter(long, text, { reason: 'the flag is given twice' })
  })
}

const toArgument = ({ name, summary, required, several }: Operand): Argument => {
  const dots = several ? '...' : ''
  return new Argument(required ? `<${name}${dots}>` : `[${name}${dots}]`, summary)
}

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([head]) => head.length))
  return rows.map(([head, text]) => `  ${head.padEnd(width)}  ${text}`).join('\n')
}

const exampleText = ({ examples }: Command): string => {
  const lines = examples.map(([line, effect]) => `  # ${effect}\n  sigmill ${line}`)
  return lines.length === 0 ? '' : `\nExamples:\n${lines.join('\n')}`
}

const exitText = (): string => `\nExit codes:\n${table(Object.entries(EXIT_CODES))}`

const settingsText = `
Every setting has a flag, a SIGMILL_* variable and a name in a file, which count in that order:
publisher.name is --publisher-name, SIGMILL_PUBLISHER_NAME, and name under publisher in ./sigmill.yml.
Data goes to standard output, everything else to standard error.`

/** A parser that throws instead of ending the process, and speaks in the same way everywhere. */
const parserNamed = (name: string, output: ParserOutput): Parser =>
  new Parser(name)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text),
      writeErr: (text) => output.error(text),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(text.replace(/^error: /, 'sigmill: '))
    })
    .helpOption('-h, --help', 'show this help')

/** Builds the parser of a command tree; `onMatch` is called with the command that a line names. */
export const createProgram = (
  tree: CommandGroup,
  version: string,
  output: ParserOutput,
  onMatch: (match: Match) => void
): Parser => {
  const parserOf = (command: Command, path: string): Parser => {
    const parser = parserNamed(command.name, output).summary(command.summary).description(command.description)
    for (const operand of operandsOf(command)) parser.addArgument(toArgument(operand))
    const visible = visibleFlags(command)
    const flags = { ...visible, ...(command.settings === undefined ? {} : SETTING_FLAGS) }
    for (const [name, flag] of Object.entries(flags)) {
      parser.addOption(toOption(name, flag).hideHelp(!(name in visible)))
    }
    return parser
      .addHelpText('after', exampleText(command))
      .showHelpAfterError(`See ${path} --help.`)
      .action(() => {
        const typed = parser.opts<Record<string, unknown>>()
        onMatch({ command, operands: parser.args, flags: typed, settings: settingsIn(typed) })
      })
  }

  const groupOf = (group: CommandGroup, path: string): Parser => {
    const parser = parserNamed(group.name, output)
      .summary(group.summary)
      .helpCommand('help [COMMAND]', 'show the help of a command')
      .showHelpAfterError(`See ${path} --help.`)
    for (const entry of group.commands) {
      const place = `${path} ${entry.name}`
      const below = isGroup(entry) ? groupOf(entry, place).description(entry.summary) : parserOf(entry, place)
      parser.addCommand(below, { isDefault: entry.name === group.unnamed })
    }
    return parser
  }

  return groupOf(tree, tree.name)
    .description(INTRODUCTION)
    .version(version, '-V, --version', 'show the version')
    .addHelpText('after', `${settingsText}\n${exitText()}`)
}
