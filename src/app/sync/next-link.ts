/**
 * The target of the link to the next page in a `Link` header (RFC 8288 section 3), as it stands there; `undefined` where
 * there is none.
 */
export const nextLink = (header: string): string | undefined => {
  for (let open = header.indexOf('<'); open >= 0; ) {
    const close = header.indexOf('>', open)
    if (close < 0) return undefined
    const after = header.indexOf('<', close)
    const parameters = header.slice(close + 1, after < 0 ? header.length : after)
    if (isNext(parameters)) return header.slice(open + 1, close)
    open = after
  }
  return undefined
}

const isNext = (parameters: string): boolean =>
  parameters.split(/[;,]/).some((parameter) => {
    const [name = '', value = ''] = parameter.split('=')
    const relations = value.trim().replaceAll('"', '').toLowerCase().split(' ')
    return name.trim().toLowerCase() === 'rel' && relations.includes('next')
  })
