import { createRequire } from 'node:module'
import type Driver from 'better-sqlite3'
import { Problem } from '../../problem/problem.ts'

const FIRST_NODE_OF_13 = 22

/**
 * Version 13 of the driver needs Node 22. Version 12, the last for Node 20, is built from source where its binary
 * cannot be had, and aborts on Node 24.19 and later (https://github.com/WiseLibs/better-sqlite3/issues). So both are
 * installed, under two names, and the runtime decides.
 */
const NAME =
  Number.parseInt(process.versions.node, 10) >= FIRST_NODE_OF_13 ? 'better-sqlite3' : 'better-sqlite3-for-node-20'

const load = (): typeof Driver => {
  try {
    return createRequire(import.meta.url)(NAME) as typeof Driver
  } catch (cause) {
    throw new Problem(
      'unavailable',
      `The SQLite driver (${NAME}) cannot be loaded: its binary was neither found nor built. Install a C++ toolchain and Python, then run npm ci again.`,
      { cause }
    )
  }
}

/** The class of databases, from the driver that fits the runtime. */
export const Database: typeof Driver = load()
