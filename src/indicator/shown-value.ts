import type { Context } from './context.ts'
import type { Indicator } from './indicator.ts'

type Scheme = 'http' | 'https'

/** The authority of a normalised URL with the port that `https` would imply. */
const PORT_OF_HTTPS = /^[^/]*:443\//

/**
 * The scheme with which a normalised URL is shown: `http` if any source had it. Where none is known it is `https`, which
 * a named port 443 rules out: as the default of its scheme it would be no part of the URL any more.
 */
export const shownScheme = (url: string, { scheme }: Context): Scheme =>
  scheme ?? (PORT_OF_HTTPS.test(url) ? 'http' : 'https')

/** A value as clients use it: a URL with its scheme. It reads back as the same value. */
export const shownValue = ({ kind, value, context }: Pick<Indicator, 'kind' | 'value' | 'context'>): string =>
  kind === 'url' ? `${shownScheme(value, context)}://${value}` : value
