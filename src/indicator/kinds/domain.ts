import { readHostName } from '../host-name.ts'
import type { KindDefinition } from '../normalised.ts'
import { withPort } from '../with-port.ts'

/** A host name in lower-case A-labels, with or without a port. */
export const DOMAIN: KindDefinition = {
  kind: 'domain',
  maxBytes: 253,
  normalise: (text) => {
    const colon = text.indexOf(':')
    const name = colon < 0 ? text : text.slice(0, colon)
    const host = readHostName(name)
    return host === undefined ? { reason: 'bad_host' } : withPort('domain', host, text.slice(name.length))
  }
}
