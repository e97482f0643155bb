const REDACTED = '[redacted]'

/** A member of a JSON line that carries a credential, its value in any form a string can take. */
const SECRET_MEMBER = /("(?:authorization|x-api-key|api_key|cookie|set-cookie|secret)":)"[^"\\]*(?:\\.[^"\\]*)*"/gi

/** A credential inside a text: behind its scheme in a header, or behind its name in a query string. */
const SECRET_TEXT = /(bearer |api_key=)[^\s"&\\]+/gi

/** Takes credentials out of one JSON line: by the name of the member, and anything that begins like an API key. */
export const redactorFor = (keyPrefix: string): ((line: string) => string) => {
  const key = new RegExp(`${keyPrefix.replaceAll(/[^0-9A-Za-z_]/g, '\\$&')}[0-9A-Za-z]{8,}`, 'g')
  return (line) =>
    line.replaceAll(SECRET_MEMBER, `$1"${REDACTED}"`).replaceAll(SECRET_TEXT, `$1${REDACTED}`).replaceAll(key, REDACTED)
}
