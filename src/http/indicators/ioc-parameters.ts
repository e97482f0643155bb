import { FORMAT, RAW } from '../../api/parameters/exporting.ts'
import { OFFSET } from '../../api/parameters/paging.ts'
import type { ExportRequest } from '../../app/exports/export-request.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import type { Settings } from '../../config/settings.ts'
import type { IocFormat } from '../../config/tiers.ts'
import { exportRequest } from '../exports/export-parameters.ts'
import { tierRequired } from '../gate/tier-feature.ts'
import type { Asked, Parameters } from '../operation.ts'
import { readSwitch, readWhole, readWord } from '../query/read-value.ts'

/** What the indicator list is asked for. */
export interface IocRequest {
  readonly format: IocFormat
  /** Whether CSV cells that look like formulas are left as they are. */
  readonly raw: boolean
  readonly request: ExportRequest
}

const readOffset = (parameters: Parameters): number => {
  const text = parameters.get('offset')
  if (text === undefined) return 0
  if (parameters.has('cursor')) {
    throw invalidParameter('offset', text, { reason: 'a cursor already says where to go on; leave one of them out' })
  }
  return readWhole(OFFSET, text, 'follow the Link header or links.next instead')
}

/** Reads the parameters of the indicator list; a format that the key's tier lacks is refused. */
export const readIocRequest = (asked: Asked, settings: Settings): IocRequest => {
  const { parameters, caller } = asked
  const format = readWord(FORMAT, parameters.get('format') ?? 'json', 'there is no such format')
  if (!caller.tier.formats.includes(format)) {
    throw tierRequired(`format=${format}`, caller.tier, settings, (tier) => tier.formats.includes(format))
  }
  const raw = readSwitch(RAW, parameters)
  if (raw && format !== 'csv') {
    throw invalidParameter('raw', undefined, { reason: 'it goes with format=csv only; leave it out' })
  }
  const operation = raw ? 'iocs.csv.raw' : `iocs.${format}`
  return { format, raw, request: exportRequest(operation, readOffset(parameters), asked, settings) }
}
