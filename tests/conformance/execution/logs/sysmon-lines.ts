import { jsonLines, textOf, textsOf } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { SYSMON_CHANNEL, SYSMON_SEARCHES, sysmonEvent } from './sysmon-event.ts'

/** Sysmon as event forwarders write it: one flat object per line. */
export const sysmonLines: RealLog = {
  name: 'Sysmon, JSON lines of an event forwarder',
  isIn: (fileName) => fileName.startsWith('windows_'),
  read: (text) =>
    jsonLines(text)
      .filter((event) => event['EventData'] === undefined && textOf(event, 'Channel') === SYSMON_CHANNEL)
      .map((event) => sysmonEvent(event['EventID'], textsOf(event))),
  searches: SYSMON_SEARCHES
}
