const FORMAT = new Intl.NumberFormat('en-US')

/** A number as people read it: `5,200`. */
export const formatCount = (count: number): string => FORMAT.format(count)
