import type { Filters } from '../filters.ts'
import type { Restriction } from '../sight/restriction.ts'

/** Filters, and to what their caller is restricted, as bundles compare them: the same text means the same selection. */
export const filtersText = ({ kinds, confidences, industries }: Filters, restriction?: Restriction): string =>
  JSON.stringify({
    type: kinds ?? null,
    confidence: confidences ?? null,
    industry: industries ?? null,
    ...(restriction === undefined ? {} : { tlp: restriction.maxTlp ?? null, feeds: restriction.feeds ?? null })
  })
