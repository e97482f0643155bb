/** What SQLite takes as a parameter. Whole numbers are exact up to 2^53. */
export type Parameter = string | number | Buffer | null
