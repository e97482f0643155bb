import { bash } from './bash.ts'
import { fish } from './fish.ts'
import type { Shell } from './shell.ts'
import { zsh } from './zsh.ts'

/** The shells that can be taught. */
export const SHELL_NAMES = ['bash', 'zsh', 'fish'] as const

/** A script for each shell. */
export const SHELLS = { bash, zsh, fish } as const satisfies Record<(typeof SHELL_NAMES)[number], Shell>
