import { PAGE_LIMIT } from '../../api/parameters/taxii.ts'
import { parseMoment } from '../../app/filters.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import type { ObjectMatch } from '../../app/taxii/object-match.ts'
import type { Taxii, TaxiiRequest } from '../../app/taxii/taxii.ts'
import type { Instant } from '../../indicator/time.ts'
import type { KeyedRequest, Parameters } from '../operation.ts'
import { readWhole } from '../query/read-value.ts'

const DEFAULT_LIMIT = 1_000

const listOf = (text: string | undefined): readonly string[] | undefined => text?.split(',').map((part) => part.trim())

/** Words for versions that mean the one that is kept. */
const KEPT = new Set(['first', 'last', 'all'])

const versionsOf = (text: string | undefined): readonly Instant[] | undefined => {
  const words = listOf(text)
  if (words === undefined || words.some((word) => KEPT.has(word))) return undefined
  return words.map((word) => parseMoment('match[version]', word))
}

const matchOf = (parameters: Parameters, id: string | undefined): ObjectMatch => ({
  ids: id === undefined ? listOf(parameters.get('match[id]')) : [id],
  types: listOf(parameters.get('match[type]')),
  specVersions: listOf(parameters.get('match[spec_version]')),
  versions: versionsOf(parameters.get('match[version]'))
})

/** A page may be shorter than it was asked for; `more` and `next` say so. */
const limitOf = (text: string | undefined, most: number): number =>
  text === undefined
    ? Math.min(DEFAULT_LIMIT, most)
    : Math.min(readWhole(PAGE_LIMIT, text, 'ask for less at once'), most)

/** What is asked of the collection in the path; of one object where the path names one. */
export const pageRequest = ({ pathParameters, parameters, caller }: KeyedRequest, taxii: Taxii): TaxiiRequest => {
  const addedAfter = parameters.get('added_after')
  return {
    collection: taxii.collection(pathParameters.get('collection') ?? ''),
    match: matchOf(parameters, pathParameters.get('object')),
    addedAfter: addedAfter === undefined ? undefined : parseMoment('added_after', addedAfter),
    next: parameters.get('next'),
    limit: limitOf(parameters.get('limit'), caller.tier.resultsPerRequest),
    restriction: restrictionOf(caller.key)
  }
}
