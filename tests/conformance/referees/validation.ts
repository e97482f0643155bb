import { join } from 'node:path'

/** The configuration of the validators that rules must pass. */
export const VALIDATION = join(import.meta.dirname, 'validation.yml')
