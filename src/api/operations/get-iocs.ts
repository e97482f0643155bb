import { EXPORT_PAGE, KEPT_EXPORT, unchanged } from '../answers.ts'
import { CSV_TYPE, TEXT_TYPE, json, text } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { EXPORT_PARAMETERS, FORMAT, RAW } from '../parameters/exporting.ts'
import { OFFSET } from '../parameters/paging.ts'
import { CSV_EXAMPLE, INDICATOR_LIST, INDICATOR_LIST_EXAMPLE } from '../schemas/indicator.ts'
import { READING } from '../security.ts'

/** The indicators themselves, with their sources. */
export const GET_IOCS = {
  name: 'getIocs',
  method: 'GET',
  path: '/api/v1/iocs',
  tag: 'Indicators',
  summary: 'The indicators themselves',
  about: 'Those that give no rule are in the list, too. CSV and text go on by the `Link` header.',
  security: READING,
  pathParameters: [],
  parameters: [...EXPORT_PARAMETERS, OFFSET, FORMAT, RAW],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: {
      about: 'The indicators.',
      headers: [...KEPT_EXPORT, ...EXPORT_PAGE],
      content: [
        json(INDICATOR_LIST, INDICATOR_LIST_EXAMPLE),
        text(CSV_TYPE, CSV_EXAMPLE),
        text(TEXT_TYPE, 'http://evil.example/a\n')
      ]
    },
    304: unchanged(...KEPT_EXPORT)
  },
  errors: ['tier_required', 'too_many_exports']
} as const satisfies KeyedDescription
