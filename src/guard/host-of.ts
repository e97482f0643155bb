import { isIpv4 } from '../indicator/ipv4-text.ts'

/** The host of a URL in its one spelling, without port; IPv6 in no brackets. */
export const hostOfUrl = (url: string): string => {
  if (url.startsWith('[')) return url.slice(1, url.indexOf(']'))
  const authority = url.slice(0, url.indexOf('/'))
  const colon = authority.indexOf(':')
  return colon < 0 ? authority : authority.slice(0, colon)
}

/** The host of a mail address in its one spelling. */
export const hostOfMail = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Whether a host in its one spelling is an IP address: names never end in a label of digits. */
export const isAddress = (host: string): boolean => {
  const last = host.charCodeAt(host.length - 1)
  return host.includes(':') || (last >= 0x30 && last <= 0x39 && isIpv4(host))
}

/** A URL as entries and values are compared: a slash at the end makes no difference. */
export const urlKey = (url: string): string => (url.endsWith('/') ? url.slice(0, -1) : url)
