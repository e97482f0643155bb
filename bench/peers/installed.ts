import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program of the system lies; `undefined` where it is not installed. */
export const installed = (name: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** What a report says of a peer that is not there. */
export const missing = (name: string): string => `${name} is not installed here, so it was left out.`
