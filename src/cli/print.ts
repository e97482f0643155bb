import type { World } from '../app/world.ts'
import { terminalText } from '../problem/printable.ts'

/** A text as the one chunk of a stream. */
export async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** Writes lines to standard output. */
export const print = async (world: World, lines: readonly string[]): Promise<void> =>
  world.writeOut(once(lines.map((line) => `${terminalText(line)}\n`).join('')))

/** Writes a value to standard output as JSON; what a terminal would obey is spelled out in its strings. */
export const printJson = async (world: World, value: unknown): Promise<void> =>
  print(world, JSON.stringify(value, null, 2).split('\n'))

/** Writes lines to standard error. */
export const say = (world: World, lines: readonly string[]): void => {
  for (const line of lines) world.say(terminalText(line))
}
