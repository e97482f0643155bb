import type { Kind } from './kind.ts'
import { CVE } from './kinds/cve.ts'
import { DOMAIN } from './kinds/domain.ts'
import { EMAIL } from './kinds/email.ts'
import { IPV4 } from './kinds/ipv4.ts'
import { IPV6 } from './kinds/ipv6.ts'
import { MD5 } from './kinds/md5.ts'
import { MITRE_ATTACK } from './kinds/mitre-attack.ts'
import { SHA1 } from './kinds/sha1.ts'
import { SHA256 } from './kinds/sha256.ts'
import { URL } from './kinds/url.ts'
import type { KindDefinition } from './normalised.ts'

/** How each kind reads its values. */
export const KIND_DEFINITIONS = {
  ipv4: IPV4,
  ipv6: IPV6,
  domain: DOMAIN,
  url: URL,
  md5: MD5,
  sha1: SHA1,
  sha256: SHA256,
  cve: CVE,
  'mitre-attack': MITRE_ATTACK,
  email: EMAIL
} satisfies Record<Kind, KindDefinition>
