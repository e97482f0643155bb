/**
 * The spellings of an address in logs: RFC 5952 as firewalls and Defender write it, and for IPv6 the one without `::`
 * that Sysmon writes. One spelling where both are the same. Takes a normalised address.
 */
export const addressForms = (address: string): readonly string[] => {
  const gap = address.indexOf('::')
  if (gap === -1) return [address]
  const head = groups(address.slice(0, gap))
  const tail = groups(address.slice(gap + 2))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [address, [...head, ...zeros, ...tail].join(':')]
}

const groups = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))
