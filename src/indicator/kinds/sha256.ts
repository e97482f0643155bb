import { hashKind } from '../hash-kind.ts'

/** The SHA-256 of a file, 64 hexadecimal digits in lower case. */
export const SHA256 = hashKind('sha256', 64)
