/** The names and numbers that lead from the top of a JSON text to a value: `['data', 3]`. */
export type JsonPath = readonly (string | number)[]

/**
 * What is selected below one point of a JSON text. A value under a `selected` point is a record as a whole;
 * what it holds is not looked at.
 */
export interface Selection {
  readonly selected: boolean
  readonly named: ReadonlyMap<string, Selection>
  readonly numbered: Selection | undefined
  readonly anyMember: Selection | undefined
  readonly anyElement: Selection | undefined
}

/**
 * Reads paths such as `/response/[]/Event/*`. A segment is the name of a member, `#` for members whose names are
 * all digits, `*` for any member, or `[]` for any element of an array. Where several fit, the first of that order wins.
 */
export const selectionOf = (paths: readonly string[]): Selection => build(paths.map((path) => path.split('/').slice(1)))

const build = (paths: readonly (readonly string[])[]): Selection => {
  const below = (head: string): Selection | undefined => {
    const tails = paths.filter((path) => path[0] === head).map((path) => path.slice(1))
    return tails.length === 0 ? undefined : build(tails)
  }
  const names = new Set(paths.flatMap((path) => path.slice(0, 1)))
  for (const wildcard of ['#', '*', '[]']) names.delete(wildcard)
  return {
    selected: paths.some((path) => path.length === 0),
    named: new Map(
      [...names].map((name) => [name, build(paths.filter((path) => path[0] === name).map((p) => p.slice(1)))])
    ),
    numbered: below('#'),
    anyMember: below('*'),
    anyElement: below('[]')
  }
}

/** What is selected below a member (a name) or an element (an index). */
export const selectionAt = (from: Selection | undefined, key: string | number): Selection | undefined => {
  if (from === undefined) return undefined
  if (typeof key === 'number') return from.anyElement
  return from.named.get(key) ?? (isAllDigits(key) ? from.numbered : undefined) ?? from.anyMember
}

/** Whether records are the elements of an array, or the members of an object, at this point, though it may be empty. */
export const isListOfRecords = (at: Selection | undefined, isArray: boolean): boolean =>
  (isArray ? at?.anyElement : at?.anyMember)?.selected === true

const isAllDigits = (name: string): boolean => /^[0-9]+$/.test(name)

/** A path for people, as a JSON pointer (RFC 6901): `/data/3`. */
export const writePath = (path: JsonPath): string => path.map((key) => `/${writeKey(String(key))}`).join('')

const PLAIN_KEY = /^[A-Za-z0-9_-]{1,64}$/

const writeKey = (key: string): string =>
  PLAIN_KEY.test(key) ? key : JSON.stringify(key.slice(0, 64)).slice(1, -1).replaceAll('~', '~0').replaceAll('/', '~1')
