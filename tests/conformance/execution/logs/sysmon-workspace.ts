import { jsonLines, parseObject, textOf, textsOf } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { SYSMON_CHANNEL, SYSMON_SEARCHES, sysmonEvent } from './sysmon-event.ts'

/** Sysmon as a Log Analytics workspace exports its table WindowsEvent: the data is JSON in a text. */
export const sysmonWorkspace: RealLog = {
  name: 'Sysmon, export of a Log Analytics workspace',
  isIn: (fileName) => fileName.startsWith('windows_'),
  read: (text) =>
    jsonLines(text)
      .filter((event) => textOf(event, 'EventData') !== '' && textOf(event, 'Channel') === SYSMON_CHANNEL)
      .map((event) => sysmonEvent(event['EventID'], textsOf(parseObject(textOf(event, 'EventData'))))),
  searches: SYSMON_SEARCHES
}
