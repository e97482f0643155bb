import { readIpNetwork } from '../../indicator/ip-network.ts'
import { parseTime } from '../../indicator/parse-time.ts'
import { parseSector, type Sector, SECTORS } from '../../indicator/sector.ts'
import { type Day, dayOfSeconds } from '../../indicator/time.ts'
import { parseTlp, type Tlp, TLPS } from '../../indicator/tlp.ts'
import { type Reading, wordOf } from '../reading.ts'
import { SCOPE_NAMES } from '../scopes.ts'
import { FETCHED_FORMATS } from './fetched-formats.ts'

/** What a key may be used for. */
export const SCOPE_READING = wordOf(SCOPE_NAMES, 'there is no such scope')

/** What a feed is read as. */
export const FORMAT_READING = wordOf(FETCHED_FORMATS, 'it is none of them')

/** A level of the Traffic Light Protocol, as people write it. */
export const TLP_READING: Reading<Tlp> = {
  read: parseTlp,
  reason: 'it is no level of the Traffic Light Protocol',
  words: TLPS
}

/** A sector, by its other names as well. */
export const SECTOR_READING: Reading<Sector> = { read: parseSector, reason: 'it is no sector', words: SECTORS }

/** An address or a network, in its one spelling. */
export const NETWORK_READING: Reading<string> = {
  read: (text) => readIpNetwork(text.trim())?.text,
  reason: 'it is no address or network in CIDR form',
  examples: ['192.0.2.0/24', '2001:db8::/32', '192.0.2.7']
}

const A_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const parseDay = (text: string): Day | undefined => {
  const seconds = A_DAY.test(text) ? parseTime(text) : undefined
  return seconds === undefined ? undefined : dayOfSeconds(seconds)
}

/** A day in UTC. */
export const DAY_READING: Reading<Day> = { read: parseDay, reason: 'it is no day such as 2027-03-31' }
