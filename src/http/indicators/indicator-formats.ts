import type { IocFormat } from '../../config/tiers.ts'
import { indicatorCsv } from './indicator-csv.ts'
import type { IndicatorFormat } from './indicator-format.ts'
import { indicatorJson } from './indicator-json.ts'
import { indicatorText } from './indicator-text.ts'

/** The forms of the indicator list, by the name that `format` takes. */
export const INDICATOR_FORMATS = {
  json: {
    contentType: 'application/json; charset=utf-8',
    write: (pages, { envelope }) => indicatorJson(pages, envelope)
  },
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: (pages, { raw }) => indicatorCsv(pages, raw) },
  txt: { contentType: 'text/plain; charset=utf-8', write: (pages) => indicatorText(pages) }
} as const satisfies Record<IocFormat, IndicatorFormat>
