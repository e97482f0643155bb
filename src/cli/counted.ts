import { formatCount } from './text-table.ts'

/** `1 row`, `1,204 rows`. */
export const counted = (count: number, what: string): string => `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`
