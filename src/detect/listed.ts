const MOST_NAMES = 5

/** `A, B, C, D, E and 3 more`. */
export const listed = (names: readonly (string | number)[]): string =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
