import type { Program } from '../program/program.ts'
import type { Server } from '../program/server.ts'
import type { Bench } from './bench.ts'

/** A program that serves a store of a size. */
export interface Serving {
  readonly program: Program
  readonly size: number
  readonly server: Server
}

/** Every program of the bench, serving stores of these sizes. */
export const servingsOf = async (
  { programs, servers }: Bench,
  sizes: readonly number[]
): Promise<readonly Serving[]> => {
  const servings: Serving[] = []
  for (const program of programs) {
    for (const size of sizes) servings.push({ program, size, server: await servers.take(program, size) })
  }
  return servings
}
