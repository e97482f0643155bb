/** Whether a header as it came has this name, which is given in lower case. */
export const isNamed = (text: string | undefined, name: string): boolean =>
  text !== undefined && text.length === name.length && text.toLowerCase() === name
