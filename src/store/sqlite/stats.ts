import { CONFIDENCES } from '../../indicator/confidence.ts'
import { isNoRuleReason, NO_RULE_REASONS } from '../../indicator/indicator.ts'
import { KINDS } from '../../indicator/kind.ts'
import type { StoreStats } from '../indicator-store.ts'
import { confidenceCodes, kindCodes } from './codes.ts'
import type { Connection } from './connection.ts'
import { noRuleOf } from './rows.ts'

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

/** Counts what is stored, by reading all of it. */
export const readStats = async (connection: Connection): Promise<StoreStats> => {
  const { plainQueries } = await import('./plain-queries.ts')
  const queries = plainQueries(connection)
  const groups = await queries
    .selectFrom('indicators')
    .where('removed_at', 'is', null)
    .select(({ fn }) => ['kind', 'confidence', 'no_rule', fn.countAll<number>().as('indicators')])
    .select(({ fn }) => fn.min('added').as('first_added'))
    .groupBy(['kind', 'confidence', 'no_rule'])
    .execute()
  const { removed } = await queries
    .selectFrom('indicators')
    .where('removed_at', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('removed'))
    .executeTakeFirstOrThrow()
  const feeds = await queries
    .selectFrom('sources')
    .innerJoin('feeds', 'feeds.feed_id', 'sources.feed_id')
    .select(({ fn }) => ['name as feed', fn.countAll<number>().as('indicators'), fn.max('last_seen').as('lastSeen')])
    .groupBy('sources.feed_id')
    .orderBy('name')
    .execute()
  const { position } = await queries.selectFrom('meta').select('position').executeTakeFirstOrThrow()

  const byKind = zeros(KINDS)
  const byConfidence = zeros(CONFIDENCES)
  const byNoRule = zeros(Object.keys(NO_RULE_REASONS).filter(isNoRuleReason))
  let indicators = 0
  let withheld = 0
  let firstAdded: number | undefined
  for (const group of groups) {
    indicators += group.indicators
    byKind[kindCodes.nameOf(group.kind)] += group.indicators
    byConfidence[confidenceCodes.nameOf(group.confidence)] += group.indicators
    firstAdded = Math.min(group.first_added, firstAdded ?? group.first_added)
    const noRule = noRuleOf(group.no_rule)
    if (noRule === undefined) continue
    withheld += group.indicators
    byNoRule[noRule] += group.indicators
  }
  const newestChange = position === 0 ? undefined : position
  return { indicators, withheld, removed, byKind, byConfidence, byNoRule, feeds, firstAdded, newestChange }
}
