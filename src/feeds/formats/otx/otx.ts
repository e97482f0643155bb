import type { FeedFormat } from '../../feed-format.ts'
import { holdUntilContext } from '../../hold-until-context.ts'
import { readJsonRecords } from '../../json/read-json-records.ts'
import { pathsOfParts } from '../../json/record-part.ts'
import { PARTS } from './pulse.ts'
import { createPulseReader } from './pulse-reader.ts'

/** Where a pulse can stand: alone, in a list, or as one of an answer of the API. */
const PLACES = ['', '/[]', '/results/[]', '/pulses/[]']

const PATHS = pathsOfParts(PLACES, ['/indicators/[]', ...PARTS.map((part) => `/${part}`)])

/** Pulses of AlienVault's Open Threat Exchange: a report each, with its indicators. https://otx.alienvault.com/api */
export const otx: FeedFormat = {
  name: 'otx',
  title: 'OTX pulses',
  feed: 'AlienVault OTX',
  mode: 'window',
  recognise: ({ text }) =>
    /^\s*[[{]/.test(text) &&
    /"indicators"\s*:\s*\[/.test(text) &&
    /"(?:author_name|adversary|indicator)"\s*:/.test(text),
  read: (text, options) => holdUntilContext(readJsonRecords(text, PATHS, options), createPulseReader(options.now))
}
