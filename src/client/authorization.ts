const VISIBLE = /^[\x21-\x7e]+$/

/** The header that shows a key. What is wrong with one is said without it, because messages end up in logs. */
export const authorization = (key: string | undefined): Readonly<Record<string, string>> => {
  if (key === undefined) return {}
  if (!VISIBLE.test(key)) throw new TypeError('key: it is empty, or holds a character that no key has')
  return { authorization: `Bearer ${key}` }
}
