import { LIMIT } from '../../api/parameters/paging.ts'
import type { ExportRequest } from '../../app/exports/export-request.ts'
import { parseFilters, parseMoment } from '../../app/filters.ts'
import { parseGroupSize, type GroupSize } from '../../app/groups/group-size.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import type { Settings } from '../../config/settings.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { Asked, Parameters } from '../operation.ts'
import { readWhole } from '../query/read-value.ts'

const DEFAULT_LIMIT = 100

/** The moment whose rules are wanted. */
export const readAsOf = (parameters: Parameters): Instant | undefined => {
  const text = parameters.get('as_of')
  if (text === undefined) return undefined
  if (parameters.has('since')) {
    throw invalidParameter('as_of', text, {
      reason: 'it gives all rules of a moment, and since what came later than one; leave one of them out'
    })
  }
  if (parameters.has('group')) {
    throw invalidParameter('as_of', text, {
      reason: 'grouped rules are given as they are, not as they were; leave as_of or group out'
    })
  }
  return parseMoment('as_of', text)
}

/** The types of an export that names none; all of them are no filter. */
export const defaultKinds = ({ export: { defaultTypes } }: Settings): readonly Kind[] | undefined =>
  defaultTypes.length === KINDS.length ? undefined : defaultTypes

/** How many indicators a rule may have at most; `undefined` where each is to have its own. */
const readGroup = (parameters: Parameters): GroupSize | undefined => {
  const text = parameters.get('group')
  return text === undefined ? undefined : parseGroupSize('group', text)
}

/** Says of an answer with grouped rules how they were grouped, also to who passes over parameters that he does not know. */
export const groupHeader = ({ group }: ExportRequest): Readonly<Record<string, string>> =>
  group === undefined ? {} : { 'X-Rule-Group': String(group) }

/** Reads what all exports share. `operation` names the answer's form, `offset` the indicators to pass over. */
export const exportRequest = (
  operation: string,
  offset: number,
  { parameters, caller: { key, tier } }: Asked,
  settings: Settings
): ExportRequest => {
  const limit = parameters.get('limit')
  const most = tier.resultsPerRequest
  const group = readGroup(parameters)
  return {
    operation,
    filters: parseFilters(
      {
        type: parameters.get('type'),
        since: parameters.get('since'),
        confidence: parameters.get('confidence'),
        industry: parameters.get('industry')
      },
      defaultKinds(settings)
    ),
    limit:
      limit === undefined
        ? Math.min(group === undefined ? DEFAULT_LIMIT : most, most)
        : readWhole(
            LIMIT,
            limit,
            `the tier "${tier.name}" gives at most ${most} a request, and the Link header of an answer leads to the rest`,
            most
          ),
    offset,
    cursor: parameters.get('cursor'),
    group,
    tier,
    restriction: restrictionOf(key)
  }
}
