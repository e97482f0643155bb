/** An error that was to be expected, told by its class; any other is a fault of the program and is thrown on. */
export const expected = <Kind extends Error>(error: unknown, kind: new (...args: never[]) => Kind): Kind => {
  if (error instanceof kind) return error
  throw error
}
