/** A first number that no month has: `31/12/2026`. */
const NO_MONTH_FIRST = /^(?:1[3-9]|2[0-9]|3[01])\/[0-9]{1,2}\/[0-9]{2}/

/** Whether the dates with slashes in a table have the day before the month, as one of these cells shows. */
export const isDayFirst = (cells: readonly string[]): boolean => cells.some((cell) => NO_MONTH_FIRST.test(cell.trim()))

/** Puts the month of such a date before its day, as `parseTime` reads it. */
export const monthFirst = (text: string): string => text.replace(/^([0-9]{1,2})\/([0-9]{1,2})\//, '$2/$1/')
