import type { Command } from './command.ts'
import type { Flags } from './flag.ts'
import { shownSettings } from './setting-flags.ts'

/** The flags that the help of a command shows, in its order: settings first. */
export const visibleFlags = ({ flags, settings }: Command): Flags => ({
  ...(settings === undefined ? {} : shownSettings(settings)),
  ...flags
})
