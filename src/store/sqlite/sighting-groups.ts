/** A sighting as the stage keeps it. */
export type SightingRow = readonly [
  key: string,
  voice: number,
  firstSeen: number | null,
  lastSeen: number,
  validUntil: number | null,
  context: number
]

/** A row with everything that says the same, days aside. */
export interface Repeated {
  readonly row: SightingRow
  firstSeen: number | null
  lastSeen: number
  times: number
}

const isSameValue = (a: SightingRow, b: SightingRow): boolean => a[0] === b[0]

/** Voice, end and context. */
const sayingOf = (row: SightingRow): string => `${row[1]} ${row[4]} ${row[5]}`

const once = (row: SightingRow): Repeated => ({ row, firstSeen: row[2], lastSeen: row[3], times: 1 })

const repeat = (known: Repeated, row: SightingRow): void => {
  const [, , firstSeen, lastSeen] = row
  known.times++
  known.lastSeen = Math.max(known.lastSeen, lastSeen)
  if (firstSeen !== null) known.firstSeen = Math.min(known.firstSeen ?? firstSeen, firstSeen)
}

/**
 * Rows that follow one another under the same kind and value. What is said alike is folded, so that a feed that repeats
 * a value without end takes no more memory than one that does not.
 */
export function* groupsOf(rows: Iterable<SightingRow>): Generator<readonly Repeated[]> {
  let group: Repeated[] = []
  let sayings: Map<string, Repeated> | undefined
  for (const row of rows) {
    const [first] = group
    if (first === undefined || !isSameValue(first.row, row)) {
      if (first !== undefined) yield group
      group = [once(row)]
      sayings = undefined
      continue
    }
    sayings ??= new Map(group.map((one) => [sayingOf(one.row), one]))
    const saying = sayingOf(row)
    const known = sayings.get(saying)
    if (known !== undefined) {
      repeat(known, row)
      continue
    }
    const fresh = once(row)
    sayings.set(saying, fresh)
    group.push(fresh)
  }
  if (group.length > 0) yield group
}
