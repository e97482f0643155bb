import { objectOf, parseObject, textsOf } from '../json-lines.ts'
import type { LogEvent, RealLog } from '../real-log.ts'
import { SYSMON_SEARCHES, sysmonEvent } from './sysmon-event.ts'

const eventIn = (document: string): LogEvent => {
  const event = objectOf(parseObject(document)['Event'])
  return sysmonEvent(objectOf(event['System'])['EventID'], textsOf(objectOf(event['EventData'])))
}

/** Sysmon events of an EVTX file as JSON documents over many lines, one behind the other. */
export const sysmonEvtx: RealLog = {
  name: 'Sysmon, EVTX as JSON',
  isIn: (fileName) => fileName.startsWith('sigma_regression_'),
  read: (text) =>
    text
      .split(/^(?=\{)/m)
      .filter((document) => document.trim() !== '')
      .map(eventIn),
  searches: SYSMON_SEARCHES
}
