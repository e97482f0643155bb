import { attackingIp } from './forms/attacking-ip.ts'
import { cve } from './forms/cve.ts'
import { domain } from './forms/domain.ts'
import { email } from './forms/email.ts'
import { fileHash } from './forms/file-hash.ts'
import { ipv4 } from './forms/ipv4.ts'
import { ipv6 } from './forms/ipv6.ts'
import { mitreAttack } from './forms/mitre-attack.ts'
import { plainHash } from './forms/plain-hash.ts'
import { url } from './forms/url.ts'
import { urlHosts } from './forms/url-hosts.ts'
import { urlQueries } from './forms/url-queries.ts'
import type { FormSet } from './log-form.ts'

/** The log forms of every recipe. */
export const FORMS: readonly FormSet[] = [
  ipv4,
  ipv6,
  attackingIp,
  domain,
  url,
  urlQueries,
  urlHosts,
  fileHash,
  plainHash,
  email,
  cve,
  mitreAttack
]
