import type { z } from 'zod'
import { DEFAULT_OVERLAP_HOURS } from '../../api/bodies/bounds.ts'
import type { NEW_KEY, REVOCATION, ROTATION } from '../../api/bodies/key.ts'
import type { KeyPart, NewKey } from '../../app/keys/key-terms.ts'

/** What JSON calls the parts of a request. */
const MEMBER_OF = {
  name: 'name',
  account: 'account',
  tier: 'tier',
  scopes: 'scopes',
  networks: 'allowed_ips',
  maxTlp: 'max_tlp',
  feeds: 'allowed_feeds',
  expiresInDays: 'expires_in_days'
} as const satisfies Readonly<Record<KeyPart, keyof z.output<typeof NEW_KEY>>>

/** The name of a part as the API knows it. */
export const keyMember = (part: KeyPart): string => MEMBER_OF[part]

/** A key to be made. */
export const newKeyOf = (body: z.output<typeof NEW_KEY>): NewKey => ({
  name: body.name,
  account: body.account ?? undefined,
  tier: body.tier ?? undefined,
  scopes: body.scopes ?? undefined,
  networks: body.allowed_ips ?? undefined,
  maxTlp: body.max_tlp ?? undefined,
  feeds: body.allowed_feeds ?? undefined,
  expiresInDays: body.expires_in_days ?? undefined
})

/** Why a key is revoked. */
export const reasonOf = ({ reason }: z.output<typeof REVOCATION>): string | undefined => reason ?? undefined

const SECONDS_PER_HOUR = 3_600

/** For how many seconds the secret of before holds beside the new one. */
export const overlapOf = ({ overlap_hours: hours }: z.output<typeof ROTATION>): number =>
  Math.round((hours ?? DEFAULT_OVERLAP_HOURS) * SECONDS_PER_HOUR)
