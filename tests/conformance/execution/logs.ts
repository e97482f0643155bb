import { sysmonEvtx } from './logs/sysmon-evtx.ts'
import { sysmonLines } from './logs/sysmon-lines.ts'
import { sysmonWorkspace } from './logs/sysmon-workspace.ts'
import { windowsFiltering } from './logs/windows-filtering.ts'
import { zeekConn } from './logs/zeek-conn.ts'
import { zeekDns } from './logs/zeek-dns.ts'
import { zeekFiles } from './logs/zeek-files.ts'
import { zeekHttpPaths, zeekHttpWhole } from './logs/zeek-http.ts'
import type { RealLog } from './real-log.ts'

/** The real logs that rules are executed over. */
export const LOGS: readonly RealLog[] = [
  sysmonLines,
  sysmonWorkspace,
  sysmonEvtx,
  windowsFiltering,
  zeekConn,
  zeekDns,
  zeekHttpPaths,
  zeekHttpWhole,
  zeekFiles
]
