import { invalidParameter } from '../invalid-parameter.ts'

/** So much behind the prefix is no word, and more than the part by which keys are shown. */
const SECRET = /^[0-9A-Za-z]{16}/

/** Whether a text holds the secret of a key. */
export const holdsSecret = (text: string, prefix: string): boolean => {
  const [, ...behind] = text.split(prefix)
  return behind.some((rest) => SECRET.test(rest))
}

/** Refuses a text that is to be kept, such as a reason, where it holds the secret of a key; the text is not repeated. */
export const refuseSecret = (text: string, prefix: string, parameter: string): void => {
  if (!holdsSecret(text, prefix)) return
  throw invalidParameter(parameter, undefined, {
    reason: 'it holds an API key, of which nothing may be kept; name keys by their first characters or their id'
  })
}

/** A text as it may be kept: without any of it where it holds the secret of a key. */
export const withoutSecret = (text: string, prefix: string): string => (holdsSecret(text, prefix) ? '[redacted]' : text)
