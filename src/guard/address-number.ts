/** An IPv4 address, in dotted decimal, as a number. */
export const ipv4Number = (address: string): number => {
  let number = 0
  let octet = 0
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at)
    if (code === 0x2e) {
      number = number * 256 + octet
      octet = 0
    } else {
      octet = octet * 10 + code - 0x30
    }
  }
  return number * 256 + octet
}

const GROUPS = 8

const digitsOf = (groups: string): readonly string[] =>
  groups === '' ? [] : groups.split(':').map((group) => group.padStart(4, '0'))

/** An IPv6 address, in RFC 5952 form, as 32 hexadecimal digits: texts that order as the addresses do. */
export const ipv6Digits = (address: string): string => {
  const gap = address.indexOf('::')
  if (gap < 0) return digitsOf(address).join('')
  const before = digitsOf(address.slice(0, gap))
  const after = digitsOf(address.slice(gap + 2))
  return before.join('') + '0000'.repeat(GROUPS - before.length - after.length) + after.join('')
}
