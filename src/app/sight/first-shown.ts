import type { Instant } from '../../indicator/time.ts'
import type { StatementsAt } from '../../store/indicator-store.ts'
import { isAllowed, type Restriction } from './restriction.ts'

/** When something first showed, as far as is known; of what never did, `Infinity`. */
export const firstShown = (ever: readonly StatementsAt[], restriction: Restriction): Instant =>
  Math.min(
    ...ever.flatMap(({ statements }) =>
      statements.filter((statement) => isAllowed(statement, restriction)).map(({ since }) => since)
    )
  )
