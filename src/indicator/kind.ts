/** The kinds of indicator that sigmill knows, in the order in which exports list them. */
export const KINDS = ['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256', 'cve', 'mitre-attack', 'email'] as const

/** What an indicator is: the `type` of the API. */
export type Kind = (typeof KINDS)[number]
