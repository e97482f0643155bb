import { REFERENCE_SETS } from './reference-set.ts'

/** The longest time for which a row holds that nobody renews; see `validity.ts`. */
const TIME_TO_LIVE = '60 days'

/** The parameters of `POST /reference_data/sets`, one set a line. */
export const SETS_FILE = `[\n${REFERENCE_SETS.map(({ name, elementType }) =>
  JSON.stringify({ name, element_type: elementType, timeout_type: 'LAST_SEEN', time_to_live: TIME_TO_LIVE })
).join(',\n')}\n]\n`
