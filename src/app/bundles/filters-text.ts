import type { Filters } from '../filters.ts'

/** Filters as bundles compare them: the same text means the same selection. */
export const filtersText = ({ kinds, confidences, industries }: Filters): string =>
  JSON.stringify({ type: kinds ?? null, confidence: confidences ?? null, industry: industries ?? null })
