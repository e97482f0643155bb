import { toASCII, toUnicode } from 'tr46'
import { toNfc } from './nfc.ts'

/** Beyond this many characters no name can have an ASCII form of 253; UTS 46 is spared the work. */
const LONGEST_INPUT = 1024

/** UTS 46, non-transitional. Lengths and characters of labels are left to the caller. */
const OPTIONS = {
  checkHyphens: false,
  checkBidi: true,
  checkJoiners: true,
  transitionalProcessing: false,
  useSTD3ASCIIRules: false,
  verifyDNSLength: false
}

/**
 * A-labels of a name by the pinned tables of UTS 46; `null` when it is not valid. tr46 composes with the runtime's
 * tables after mapping, hence once more with the pinned ones.
 */
export const domainToAscii = (text: string): string | null => {
  if (text.length > LONGEST_INPUT) return null
  const { domain, error } = toUnicode(text, OPTIONS)
  return error ? null : toASCII(toNfc(domain), OPTIONS)
}
