/** Members of a JSON object that are there only where something is known. */
export type Known = Readonly<Record<string, unknown>>

/** A list, left out when it is empty. */
export const knownList = (name: string, values: readonly unknown[]): Known =>
  values.length === 0 ? {} : { [name]: values }

/** A value, left out when there is none. */
export const knownValue = (name: string, value: unknown): Known => (value === undefined ? {} : { [name]: value })
