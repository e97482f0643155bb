import type { Detection } from './detection.ts'
import { collectionOf, TEXT_FIELDS } from './table.ts'

const UNSHOWN: readonly string[] = ['match_value', 'class', 'rule_id', 'load']

/** What an alert shows of a row. */
const SHOWN = TEXT_FIELDS.filter((field) => !UNSHOWN.includes(field))

/**
 * The search of a detection: what happened, one row for each value that is looked up, what the table says of it, and one
 * result for each rule and asset. It holds no value of an indicator.
 */
export const searchText = ({ dataset, by, asset, key, table, row, classes }: Detection): string => {
  const node = dataset.slice(dataset.indexOf('.') + 1)
  const details = by.filter((field) => field !== asset)
  return `| tstats \`sigmill_tstats\` count AS events min(_time) AS first_time max(_time) AS last_time from datamodel=${dataset} by ${by.map((field) => `${node}.${field}`).join(' ')}
| rename "${node}.*" AS *
${key}
| lookup ${row ?? `${collectionOf({ name: table })} match_value AS seen`} OUTPUT class rule_id ${SHOWN.join(' ')} valid_until
| \`sigmill_in_force\`
| \`sigmill_wanted\`
| search class IN (${classes.map((name) => `"${name}"`).join(', ')})
| eval asset=${asset}
| stats sum(events) AS events min(first_time) AS first_time max(last_time) AS last_time values(seen) AS seen ${details.map((field) => `values(${field}) AS ${field}`).join(' ')} ${SHOWN.map((field) => `first(${field}) AS ${field}`).join(' ')} by rule_id asset
| eval _time=last_time
| convert ctime(first_time) ctime(last_time)`
}
