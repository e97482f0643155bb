import { hashKind } from '../hash-kind.ts'

/** The MD5 of a file, 32 hexadecimal digits in lower case. */
export const MD5 = hashKind('md5', 32)
