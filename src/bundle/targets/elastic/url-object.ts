import { isBareHost } from '../../../detect/url-forms.ts'

/** A URL as `threat.indicator.url` of ECS, and as the fields that are compared with those of events. */
export interface UrlObject {
  readonly ecs: Readonly<Record<string, string | number>>
  readonly compared: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

const PORT = /:(\d+)$/

/**
 * The parts of a normalised URL. Indicator match rules compare for equality, and one value per field; so the whole URL
 * stands once per scheme, a bare host stands for everything under it, and a page without a query for every query.
 */
export const urlObject = (url: string, scheme: 'http' | 'https'): UrlObject => {
  const slash = url.indexOf('/')
  const authority = url.slice(0, slash)
  const target = url.slice(slash)
  const [, port] = PORT.exec(authority) ?? []
  const host = authority.replace(PORT, '')
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  return {
    ecs: {
      full: `${scheme}://${url}`,
      original: `${scheme}://${url}`,
      scheme,
      domain: host,
      ...(port === undefined ? {} : { port: Number(port) }),
      path,
      ...(mark === -1 ? {} : { query: target.slice(mark + 1) })
    },
    compared: {
      http: `http://${url}`,
      https: `https://${url}`,
      ...(port === undefined && mark === -1 ? (isBareHost(url) ? { host } : { page: { host, path } }) : {})
    }
  }
}
