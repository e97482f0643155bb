/** One line of NDJSON, its end included. Members that are `undefined` stay out. */
export const jsonLine = (object: Readonly<Record<string, unknown>>): string => `${JSON.stringify(object)}\n`
