import { printable } from '../../problem/printable.ts'

const PLAIN_NAME = /^[\w.-]{1,64}$/

/** The unknown name of a parameter or member as a message can hold it. */
export const shownName = (name: string, kind: 'parameter' | 'member'): string => {
  if (name === '') return `a ${kind} without a name`
  return PLAIN_NAME.test(name) ? name : printable(name)
}
