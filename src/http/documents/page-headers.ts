import type { Services } from '../operation.ts'

/**
 * Headers of a page with one style of its own, which runs nothing, loads nothing and stands in no other page: CSP Level 3
 * https://www.w3.org/TR/CSP3/.
 */
export const pageHeaders = (style: string, { crypto }: Pick<Services, 'crypto'>): Readonly<Record<string, string>> => {
  const digest = Buffer.from(crypto.sha256Hex(style), 'hex').toString('base64')
  return {
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin'
  }
}
