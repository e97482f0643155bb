import { printable } from '../../problem/printable.ts'

/** A URL as messages show it: what may be a secret in it, user and query, is left out. */
export const shownUrl = ({ protocol, host, pathname, search }: URL): string =>
  printable(`${protocol}//${host}${pathname}${search === '' ? '' : '?...'}`)
