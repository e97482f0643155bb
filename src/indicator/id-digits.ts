/** Hexadecimal digits of an id. */
export const ID_DIGITS = 32

/** The digits of an id without its hyphens. */
export const digitsOf = (id: string): string => id.replaceAll('-', '')

/** How ids begin that begin with these digits: `3f2a91c07` is `3f2a91c0-7`. Ids compare as text as their digits do. */
export const hyphenated = (digits: string): string =>
  [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)]
    .filter((part) => part !== '')
    .join('-')
