const LONGEST = 15
const DOT = 46
const ZERO = 48
const NINE = 57

/** Whether a text is strict dotted decimal: four numbers of 0 to 255 without leading zeros, and nothing else. */
export const isIpv4 = (text: string): boolean => {
  if (text.length > LONGEST) return false
  let dots = 0
  let digits = 0
  let octet = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === DOT && digits > 0) {
      dots += 1
      digits = 0
      octet = 0
    } else if (code >= ZERO && code <= NINE && (digits === 0 || octet > 0)) {
      digits += 1
      octet = octet * 10 + code - ZERO
      if (octet > 255) return false
    } else {
      return false
    }
  }
  return dots === 3 && digits > 0
}
