/** A function whose modules are loaded with its first call, because most commands never make one. */
export const loadedWhenCalled = <Arguments extends readonly unknown[], Result>(
  load: () => Promise<(...words: Arguments) => Promise<Result>>
): ((...words: Arguments) => Promise<Result>) => {
  let loaded: Promise<(...words: Arguments) => Promise<Result>> | undefined
  return async (...words) => {
    loaded ??= load()
    return (await loaded)(...words)
  }
}
