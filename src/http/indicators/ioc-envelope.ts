import { COUNTED, type ExportRequest, type IndicatorExport } from '../../app/exports/export-request.ts'
import type { Filters } from '../../app/filters.ts'
import { formatInstant } from '../../indicator/time.ts'
import { nextReference, selfReference } from '../exports/page-reference.ts'
import type { Parameters } from '../operation.ts'
import type { Envelope } from './indicator-json.ts'

const ALL = 'all'

const listOr = (values: readonly string[] | undefined): string => values?.join(',') ?? ALL

/** Filters as they were understood. There are no filters by category and by end of time, so they are never set. */
const filtersObject = ({ kinds, confidences, industries, since }: Filters): Envelope['meta']['filters'] => ({
  type: listOr(kinds),
  category: ALL,
  confidence: listOr(confidences),
  industry: listOr(industries),
  since: since === undefined ? ALL : formatInstant(since),
  until: ALL
})

/**
 * What stands around a page of indicators. `generated_at` is the instant of the newest change, not of the request, so
 * that the same data gives the same bytes.
 */
export const iocEnvelope = (
  path: string,
  parameters: Parameters,
  { filters, limit, offset }: ExportRequest,
  { total, position, nextCursor }: IndicatorExport,
  source: string
): Envelope => ({
  meta: {
    total: Math.min(total, COUNTED),
    total_is_lower_bound: total > COUNTED,
    limit,
    offset,
    generated_at: formatInstant(position),
    feed_version: '1.0',
    source,
    filters: filtersObject(filters)
  },
  links: {
    self: selfReference(path, parameters),
    next: nextCursor === undefined ? null : nextReference(path, parameters, nextCursor)
  }
})
