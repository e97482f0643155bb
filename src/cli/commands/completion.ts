import { invalidParameter } from '../../app/invalid-parameter.ts'
import { nearest } from '../../indicator/nearest.ts'
import { defineCommand } from '../command.ts'
import { completionWords } from '../completion/completion-words.ts'
import type { Shell } from '../completion/shell.ts'
import { SHELLS, SHELL_NAMES } from '../completion/shells.ts'
import { print } from '../print.ts'

const shellNamed = (text: string): Shell => {
  const shell = SHELL_NAMES.find((name) => name === text)
  if (shell !== undefined) return SHELLS[shell]
  throw invalidParameter('SHELL', text, {
    reason: 'there is no completion for it',
    allowed: SHELL_NAMES,
    nearest: nearest(text, SHELL_NAMES)
  })
}

/** Prints the completion script of a shell. */
export const completion = defineCommand({
  name: 'completion',
  summary: 'print the completion script of a shell',
  description: 'Prints a script that lets a shell complete commands, flags and their values.',
  operand: { name: 'SHELL', summary: SHELL_NAMES.join(', '), required: true, several: false, choices: SHELL_NAMES },
  settings: undefined,
  flags: {},
  examples: [
    ['completion bash > ~/.local/share/bash-completion/completions/sigmill', 'for bash'],
    ['completion zsh > "${fpath[1]}/_sigmill"', 'for zsh'],
    ['completion fish > ~/.config/fish/completions/sigmill.fish', 'for fish']
  ],
  async run({ world, operands, allCommands }) {
    const tree = await allCommands()
    for (const name of operands) await print(world, shellNamed(name).script(completionWords(tree)))
    return 0
  }
})
