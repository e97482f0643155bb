import { z } from 'zod'
import { IOC_FORMATS, type IocFormat } from '../../config/tiers.ts'
import { LARGEST_CHUNK } from '../../detect/group/chunk-size.ts'
import { parameter } from '../parameter.ts'
import { MOMENT } from '../values.ts'
import { CONFIDENCE, INDUSTRY, SINCE, TYPE } from './filters.ts'
import { CURSOR, LIMIT } from './paging.ts'

/** What all exports share. */
export const EXPORT_PARAMETERS = [TYPE, SINCE, CONFIDENCE, INDUSTRY, LIMIT, CURSOR] as const

/** One rule for so many indicators. */
export const GROUP = parameter({
  name: 'group',
  about: 'One rule for at most so many indicators; `auto` is 500, or 100 of URLs and hashes.',
  schema: z.union([z.literal('auto'), z.int().min(1).max(LARGEST_CHUNK)]),
  example: 'auto'
})

/** Rules as they were. */
export const AS_OF = parameter({
  name: 'as_of',
  about: 'All rules as they were at this moment; not beside `since` or `group`.',
  schema: MOMENT,
  example: '2026-05-17'
})

/** A switch that is either left out or `1`. */
const SWITCH = z.literal('1')

/** As a file. */
export const DOWNLOAD = parameter({
  name: 'download',
  about: '`1` adds `Content-Disposition` with a file name.',
  schema: SWITCH,
  example: '1'
})

/** The form unless given. */
export const DEFAULT_IOC_FORMAT = 'json' satisfies IocFormat

/** In which form. */
export const FORMAT = parameter({
  name: 'format',
  about: 'The form of the list. Tiers may lack some.',
  schema: z.enum(IOC_FORMATS).meta({ default: DEFAULT_IOC_FORMAT }),
  example: 'json'
})

/** Without guards. */
export const RAW = parameter({
  name: 'raw',
  about: '`1` leaves cells as they are that a spreadsheet would take for formulas; with `format=csv` only.',
  schema: SWITCH,
  example: '1'
})

/** How long to wait. */
export const WAIT = parameter({
  name: 'wait',
  about:
    'An answer that would be empty is held back until there is a line, or so many seconds are over. Not for streams of events, which always wait.',
  schema: z.int().min(0).max(60),
  example: '0'
})
