import { getPublicSuffix } from 'tldts'

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: false }

/**
 * Whether a host name of two labels or more is a public suffix, under which anybody may register names: `co.uk`, and private ones such as
 * `duckdns.org`. By the Public Suffix List (https://publicsuffix.org/) that tldts brings along.
 */
export const isPublicSuffix = (host: string): boolean => host.includes('.') && getPublicSuffix(host, OPTIONS) === host
