/** Who did something: a key by its id, or who was logged in at the command line. */
export type Actor = `key:${string}` | `user:${string}`

/** The holder of a key. */
export const keyActor = (id: string): Actor => `key:${id}`

/** A user of the machine. */
export const userActor = (name: string): Actor => `user:${name}`
