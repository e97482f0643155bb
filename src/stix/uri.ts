/** Scheme, user, host and port. A host in other letters than ASCII is none of a URI; addresses of IPv6 are left out. */
const AUTHORITY = /^https?:\/\/(?:[\w.~!$&'()*+,;=:-]*@)?[\w.~!$&'()*+,;=-]+(?::[0-9]*)?(?=[/?#]|$)/i

/** What RFC 3986 lets stand in no path, query or fragment. */
const FORBIDDEN = /%(?![0-9A-Fa-f]{2})|[^\w.~:/?#@!$&'()*+,;=%-]/gu

const encode = (text: string): string => text.replaceAll(FORBIDDEN, (char) => encodeURIComponent(char))

/**
 * An http(s) link as a URI of RFC 3986, which section 2.5 asks of every reference: what may not stand in one is
 * percent-encoded. `undefined` for a link that can be none.
 */
export const uriOf = (link: string): string | undefined => {
  const authority = AUTHORITY.exec(link)?.[0]
  if (authority === undefined) return undefined
  const rest = link.slice(authority.length)
  const hash = rest.indexOf('#') + 1
  return hash === 0
    ? authority + encode(rest)
    : authority + encode(rest.slice(0, hash)) + encode(rest.slice(hash)).replaceAll('#', '%23')
}
