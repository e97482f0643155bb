import type { Detection } from '../detection.ts'
import { ARRIVED, LOOK_BACK } from '../window.ts'

/** Starts of a process whose file has a hash: whichever of the three the source knows. */
export const fileHash: Detection = {
  title: 'Execution of a malicious file',
  description: 'A process was started from a file whose hash stands in the threat intelligence.',
  tactics: ['Execution'],
  indicatorKey: 'Value',
  events: `_Im_ProcessCreate(starttime=ago(${LOOK_BACK.kql}))
| where isnotempty(TargetProcessMD5) or isnotempty(TargetProcessSHA1) or isnotempty(TargetProcessSHA256)
| ${ARRIVED}
| summarize FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated), Hits = count() by DvcHostname, TargetUsername, TargetProcessName, TargetProcessMD5, TargetProcessSHA1, TargetProcessSHA256
| extend Hashes = pack("MD5", TargetProcessMD5, "SHA1", TargetProcessSHA1, "SHA256", TargetProcessSHA256)
| mv-expand Algorithm = bag_keys(Hashes) to typeof(string)
| extend Key = tolower(tostring(Hashes[Algorithm]))
| where isnotempty(Key)
| project-away Hashes`,
  condition: '',
  about: ['DvcHostname', 'TargetUsername', 'TargetProcessName'],
  seen: 'TargetProcessName',
  asset: 'DvcHostname',
  entities: [
    {
      entityType: 'FileHash',
      fieldMappings: [
        { identifier: 'Algorithm', columnName: 'Algorithm' },
        { identifier: 'Value', columnName: 'Value' }
      ]
    },
    { entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'DvcHostname' }] },
    { entityType: 'Account', fieldMappings: [{ identifier: 'FullName', columnName: 'TargetUsername' }] }
  ]
}
