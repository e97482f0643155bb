/** The fewest and the most characters that a part of an expression matches. */
export interface Width {
  readonly least: number
  readonly most: number
}

/** More than Python counts to. */
export const MOST_REPEATS = 4_294_967_295

/** Of what matches nothing but a place. */
export const NO_WIDTH: Width = { least: 0, most: 0 }

/** Of one character. */
export const ONE_WIDE: Width = { least: 1, most: 1 }

/** The width of one part behind the other. */
export const sum = (a: Width, b: Width): Width => ({
  least: Math.min(a.least + b.least, MOST_REPEATS),
  most: Math.min(a.most + b.most, MOST_REPEATS)
})

/** The width of one part or the other. */
export const either = (a: Width, b: Width): Width => ({
  least: Math.min(a.least, b.least),
  most: Math.max(a.most, b.most)
})

/** The width of a part that is repeated. */
export const times = ({ least, most }: Width, by: Width): Width => ({
  least: Math.min(least * by.least, MOST_REPEATS),
  most: most === 0 ? 0 : Math.min(most * by.most, MOST_REPEATS)
})
