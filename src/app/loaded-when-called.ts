import { whenWanted } from './when-wanted.ts'

/** A function whose modules are loaded with its first call, because most commands never make one. */
export const loadedWhenCalled = <Arguments extends readonly unknown[], Result>(
  load: () => Promise<(...words: Arguments) => Promise<Result>>
): ((...words: Arguments) => Promise<Result>) => {
  const loaded = whenWanted(load)
  return async (...words) => (await loaded())(...words)
}
