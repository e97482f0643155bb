const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/
const SEPARATOR = '://'

/** The scheme that a text begins with (RFC 3986, 3.1) in lower case, and what follows `://`. */
export interface SchemeAndRest {
  readonly scheme: string
  readonly rest: string
}

/** Splits a scheme off; `undefined` when the text begins with none. */
export const splitScheme = (text: string): SchemeAndRest | undefined => {
  const end = text.indexOf(SEPARATOR)
  const scheme = text.slice(0, Math.max(end, 0))
  return SCHEME.test(scheme) ? { scheme: scheme.toLowerCase(), rest: text.slice(end + SEPARATOR.length) } : undefined
}
