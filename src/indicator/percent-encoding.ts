const NEEDS_ENCODING = /[^!-~]+/g

/** Percent-encodes blanks and everything that is not ASCII, in UTF-8 with upper-case digits; the rest stays as it is. */
export const percentEncode = (text: string): string => text.replace(NEEDS_ENCODING, encodeURIComponent)
