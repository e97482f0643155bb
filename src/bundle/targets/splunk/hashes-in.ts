/**
 * One row for each MD5, SHA-1 and SHA-256 in a field: bare, or in a list as Sysmon writes it, of which IMPHASH, which
 * has the digits of an MD5, is passed over.
 */
export const hashesIn = (
  field: string
): string => `| rex field=${field} max_match=0 "(?i)(?<![0-9a-z=])(?:(?:md5|sha1|sha256)=)?(?<seen>[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-f])"
| eval seen=mvdedup(lower(seen))
| mvexpand seen`
