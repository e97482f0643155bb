import { addressForms } from '../../../detect/address-forms.ts'
import type { ClassedKind } from '../../indicator-class.ts'

/** What a row is found by. */
export interface MatchValue {
  /** In lower case, because lookups over the KV store compare letter case. */
  readonly value: string
  /** Of a URL: the host with its port, unless that is 80 or 443. */
  readonly host?: string
}

const DEFAULT_PORT = /:(?:80|443)$/

/** A URL as a prefix. A `*` inside it stands for anything, as the one at its end does. */
const urlPrefix = (url: string): MatchValue => {
  const slash = url.indexOf('/')
  const host = url.slice(0, slash).replace(DEFAULT_PORT, '').toLowerCase()
  return { value: `${host}${url.slice(slash).toLowerCase()}*`, host }
}

/** The rows of an indicator: one for each spelling that logs have of it. */
export const matchValues = (kind: ClassedKind, value: string): readonly MatchValue[] => {
  switch (kind) {
    case 'ipv4':
    case 'ipv6':
      return addressForms(value).map((form) => ({ value: form }))
    case 'url':
      return [urlPrefix(value)]
    case 'domain':
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'email':
      return [{ value }]
  }
}
