import type { Description } from '../description.ts'
import { scopesThatDo } from '../security.ts'

/** The ways in which a key may come. */
export const SECURITY_SCHEMES = {
  bearer: { type: 'http', scheme: 'bearer', description: 'A key as `Authorization: Bearer sk_live_…`.' },
  header: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'A key as `X-API-Key: sk_live_…`.' },
  basic: {
    type: 'http',
    scheme: 'basic',
    description: 'A key as the password of any user, for clients of TAXII that know no other scheme.'
  }
} as const

/** Any of the schemes that an operation takes, each with any of the scopes that do. */
export const schemesFor = ({ security, tag }: Pick<Description, 'security' | 'tag'>): readonly object[] => {
  if (security === 'open') return []
  const schemes = ['bearer', 'header', ...(tag === 'TAXII' ? ['basic'] : [])]
  const choices = security.scope === undefined ? [[]] : scopesThatDo(security).map((scope) => [scope])
  return schemes.flatMap((scheme) => choices.map((scopes) => ({ [scheme]: scopes })))
}
