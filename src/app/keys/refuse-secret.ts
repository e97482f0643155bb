import { invalidParameter } from '../invalid-parameter.ts'

/** So much behind the prefix is no word, and more than the part by which keys are shown. */
const SECRET = /^[0-9A-Za-z]{16}/

/** Refuses a text that is to be kept, such as a reason, where it holds the secret of a key; the text is not repeated. */
export const refuseSecret = (text: string, prefix: string, parameter: string): void => {
  const [, ...behind] = text.split(prefix)
  if (!behind.some((rest) => SECRET.test(rest))) return
  throw invalidParameter(parameter, undefined, {
    reason: 'it holds an API key, of which nothing may be kept; name keys by their first characters or their id'
  })
}
