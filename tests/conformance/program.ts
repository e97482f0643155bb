import { fileURLToPath } from 'node:url'

/** The program as it is installed. */
export const PROGRAM = fileURLToPath(new URL('../../bin/sigmill.js', import.meta.url))
