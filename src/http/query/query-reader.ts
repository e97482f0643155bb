import type { Parameter } from '../../api/parameter.ts'
import { Recent } from '../../indicator/recent.ts'
import type { Parameters } from '../operation.ts'
import { parseQuery, readParameters, refuseKeyInQuery } from './query-string.ts'

/** Reads the query strings of an operation; those that came of late, and with which nothing is wrong, are not read anew. */
export interface QueryReader {
  /** Refuses an API key in it. */
  refuseKey(query: string): void
  /** Refuses broken encoding at once, and what the operation does not take when the parameters are wanted. */
  read(query: string): () => Parameters
}

/** Query strings that are remembered for an operation at least, and characters of the longest of them. */
const REMEMBERED = { queries: 1_000, characters: 512 } as const

/** The same without the text that it was cut from, which V8 would keep with it; a request line holds bytes only. */
const ownText = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

/** Reads query strings of an operation that takes these parameters. The same text gives the same object. */
export const createQueryReader = (
  described: readonly Pick<Parameter, 'name'>[],
  isKey: (text: string) => boolean
): QueryReader => {
  const known = new Recent<string, Parameters>(REMEMBERED.queries)
  return {
    refuseKey(query) {
      if (!known.has(query)) refuseKeyInQuery(query, isKey)
    },
    read(query) {
      const before = known.get(query)
      if (before !== undefined) return () => before
      const own = ownText(query)
      const pairs = parseQuery(own)
      return () => {
        const parameters = readParameters(pairs, described)
        if (own.length <= REMEMBERED.characters) known.set(own, parameters)
        return parameters
      }
    }
  }
}
