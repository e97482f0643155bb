/** How logs can show a URL. */
export interface UrlForms {
  /** How the logged URL may begin. */
  readonly prefixes: readonly string[]
  /** What it holds behind that, in any order: unique, letter case ignored. */
  readonly parts: readonly string[]
  /** What stands alone in logs for a URL that names nothing but a host; empty for other URLs. */
  readonly bare: readonly string[]
}

// Sigma reads `*` and `?` as wildcards and `\` as their escape, and targets write escaped ones wrongly, so a URL is
// split there: https://sigmahq.io/docs/basics/rules.html#escaping
const SPLIT = /[?*\\]/

/** The forms of a normalised URL, `host[:port]/path?query` with an IPv6 host in brackets. */
export const urlForms = (url: string): UrlForms => {
  const authority = url.slice(0, url.indexOf('/'))
  const end = url.search(SPLIT)
  const begin = end === -1 ? url : url.slice(0, end)
  const prefixes = hasPort(authority)
    ? asGiven(begin)
    : [...asGiven(begin), ...withPorts(authority, begin.slice(authority.length))]
  if (isBareHost(url)) return { prefixes: [...prefixes, tunnel(authority)], parts: [], bare: alone(authority) }
  return { prefixes, parts: end === -1 ? [] : uniqueParts(url.slice(end).split(SPLIT)), bare: [] }
}

/** Whether a normalised URL names nothing but a host: its path is `/`, and it has no query. */
export const isBareHost = (url: string): boolean => url.indexOf('/') === url.length - 1

/** Whether the forms of a URL would match every URL of its host, although the URL says more than that. */
export const isTooBroad = (url: string): boolean => {
  if (isBareHost(url) || url.search(SPLIT) !== url.indexOf('/') + 1) return false
  const { prefixes, parts } = urlForms(url)
  const folded = prefixes.map((prefix) => prefix.toLowerCase())
  return parts.every((part) => folded.some((prefix) => prefix.includes(part.toLowerCase())))
}

const asGiven = (begin: string): readonly string[] => [`http://${begin}`, `https://${begin}`, begin]

/** With the ports that are meant where none is given. */
const withPorts = (host: string, path: string): readonly string[] => [
  `https://${host}:443${path}`,
  `http://${host}:80${path}`,
  `${host}:443${path}`,
  `${host}:80${path}`
]

/** How Cisco's web appliance logs a CONNECT. */
const tunnel = (authority: string): string => `tunnel://${authority}${hasPort(authority) ? '' : ':443'}/`

/** A CONNECT as others log it, and addresses without a path. */
const alone = (authority: string): readonly string[] => {
  const schemes = [`http://${authority}`, `https://${authority}`]
  return hasPort(authority) ? [authority, ...schemes] : [authority, `${authority}:443`, ...schemes]
}

const hasPort = (authority: string): boolean => authority.lastIndexOf(':') > authority.lastIndexOf(']')

const uniqueParts = (parts: readonly string[]): readonly string[] => {
  const seen = new Set([''])
  return parts.filter((part) => {
    const folded = part.toLowerCase()
    const isNew = !seen.has(folded)
    seen.add(folded)
    return isNew
  })
}
