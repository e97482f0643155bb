import { filterFlags, groupFlag, type PlanCommands } from '../../plan/plan-commands.ts'
import { shellWord } from './shell-word.ts'

/** Commands over a store; `words` name it and its settings, as `--db` and a file. */
export const storeCommands = (words: readonly string[]): PlanCommands => {
  const line = (command: readonly string[], more: readonly string[]): string =>
    ['sigmill', ...command, ...words, ...more].map(shellWord).join(' ')
  return {
    rules: (size, filters, name) => line(['rules', ...groupFlag(size)], [...filterFlags(filters), '-o', `${name}.yml`]),
    bundle: (target, filters) =>
      line(['bundle', '--target', target], [...filterFlags(filters), '-o', `${target}-bundle`])
  }
}
