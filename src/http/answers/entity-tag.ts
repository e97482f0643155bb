/** A weak validator: the bytes may be coded in several ways. RFC 9110, section 8.8.3. */
export const weakTag = (tag: string): string => `W/"${tag}"`

/** Whether an If-None-Match header names the tag, by weak comparison: RFC 9110, section 13.1.2. */
export const namesTag = (ifNoneMatch: string, tag: string): boolean =>
  ifNoneMatch === weakTag(tag) ||
  ifNoneMatch.trim() === '*' ||
  ifNoneMatch.split(',').some((entry) => {
    const listed = entry.trim()
    return listed === `"${tag}"` || listed === weakTag(tag)
  })
