import { CommanderError } from 'commander'
import type { World } from '../app/world.ts'
import { loadSettings } from '../config/load-settings.ts'
import type { Settings } from '../config/settings.ts'
import { terminalText } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { allCommands, commandsFor } from './commands.ts'
import { EXIT_CODE_OF, type ExitCode } from './exit-codes.ts'
import { createProgram, type Match } from './program.ts'

/** Parses the command line: the command it names, or the exit code when help or a complaint was all there is to it. */
const parse = async (argv: readonly string[], world: World): Promise<Match | ExitCode> => {
  const out: string[] = []
  const complaints: string[] = []
  let match: Match | undefined
  let failure: CommanderError | undefined
  const program = createProgram(
    await commandsFor(argv),
    world.version,
    { out: (text) => out.push(text), error: (text) => complaints.push(text) },
    (found) => {
      match = found
    }
  )
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    failure = error
  }
  if (out.length > 0) await world.writeOut(streamOf(out))
  for (const line of complaints.join('').trimEnd().split('\n')) if (line !== '') world.say(terminalText(line))
  return match ?? (failure?.exitCode === 0 ? 0 : 2)
}

async function* streamOf(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

const settingsOf = async (world: World, flags: Readonly<Record<string, string>>): Promise<Settings> => {
  const { environment } = world
  const readFile = async (path: string): Promise<string | undefined> => world.readText(path)
  return (await loadSettings({ flags, environment, readFile })).settings
}

/** Says what went wrong in one clear sentence; gives the exit code. */
export const explain = (error: unknown, world: World): ExitCode => {
  if (error instanceof Problem) {
    world.say(terminalText(`sigmill: ${error.message}`))
  } else {
    const message = error instanceof Error ? error.message : String(error)
    world.say(terminalText(`sigmill: this is a fault of sigmill itself: ${message}. SIGMILL_DEBUG=1 shows where.`))
  }
  if (world.environment['SIGMILL_DEBUG'] && error instanceof Error) {
    for (const line of (error.stack ?? '').split('\n')) world.say(terminalText(line))
  }
  return error instanceof Problem ? EXIT_CODE_OF[error.code] : 70
}

/** Runs one command line, without the program's own name; gives the exit code. Never throws. */
export const run = async (argv: readonly string[], world: World): Promise<number> => {
  try {
    const match = await parse(argv, world)
    if (typeof match === 'number') return match
    const { command, operands, flags, settings } = match
    return await command.run({
      world,
      operands,
      flags,
      allCommands,
      typedSettings: settings,
      loadSettings: async (instead = {}) => settingsOf(world, { ...instead, ...settings })
    })
  } catch (error) {
    return explain(error, world)
  }
}
