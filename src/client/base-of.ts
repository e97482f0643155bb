const WEB = ['http:', 'https:']

/** The address of a server without a slash at its end. Throws where it is none that requests could go to. */
export const baseOf = (url: string): string => {
  const { protocol, username, password, origin, pathname, search, hash } = new URL(url)
  if (!WEB.includes(protocol)) throw new TypeError('url: it is no http or https URL')
  if (username !== '' || password !== '') throw new TypeError('url: it holds a user or password; a key goes into "key"')
  if (search !== '' || hash !== '')
    throw new TypeError('url: it holds a query or fragment, to which no path can be added')
  return origin + pathname.replace(/\/$/, '')
}
