import { hashKind } from '../hash-kind.ts'

/** The SHA-1 of a file, 40 hexadecimal digits in lower case. */
export const SHA1 = hashKind('sha1', 40)
