import type { Command, CommandGroup } from './command.ts'

/**
 * Every command by its name, in the order of the help. Each is loaded when a line names it, because what stands behind
 * all of them takes longer to load than most of them take.
 */
const COMMANDS = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  import: async () => (await import('./commands/import.ts')).importCommand,
  rules: async () => (await import('./commands/rules.ts')).rules,
  bundle: async () => (await import('./commands/bundle.ts')).bundle,
  plan: async () => (await import('./commands/plan.ts')).plan,
  manifest: async () => (await import('./commands/manifest.ts')).manifest,
  sync: async () => (await import('./commands/sync.ts')).sync,
  check: async () => (await import('./commands/check.ts')).check,
  pipelines: async () => (await import('./commands/pipelines.ts')).pipelines,
  show: async () => (await import('./commands/show.ts')).show,
  why: async () => (await import('./commands/why.ts')).why,
  remove: async () => (await import('./commands/remove.ts')).remove,
  feeds: async () => (await import('./commands/feeds.ts')).feeds,
  guard: async () => (await import('./commands/guard.ts')).guard,
  keys: async () => (await import('./commands/keys.ts')).keys,
  audit: async () => (await import('./commands/audit.ts')).audit,
  stats: async () => (await import('./commands/stats.ts')).stats,
  completion: async () => (await import('./commands/completion.ts')).completion
} satisfies Readonly<Record<string, () => Promise<Command | CommandGroup>>>

type CommandName = keyof typeof COMMANDS

/** Options that ask for no command. */
const VERSION: ReadonlySet<string> = new Set(['-V', '--version'])

const isCommandName = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(COMMANDS, word)

const treeOf = async (names: readonly CommandName[]): Promise<CommandGroup> => ({
  name: 'sigmill',
  summary: 'indicators of compromise to Sigma rules',
  commands: await Promise.all(names.map(async (name) => COMMANDS[name]()))
})

/** The whole command line. */
export const allCommands = async (): Promise<CommandGroup> => treeOf(Object.keys(COMMANDS).filter(isCommandName))

/** What a line may come to: the command that its first word names, none for a version, or else the whole. */
export const commandsFor = async (argv: readonly string[]): Promise<CommandGroup> => {
  const [word = ''] = argv
  if (VERSION.has(word)) return treeOf([])
  return isCommandName(word) ? treeOf([word]) : allCommands()
}
