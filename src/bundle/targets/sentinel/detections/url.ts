import type { Detection } from '../detection.ts'
import { ARRIVED, LOOK_BACK } from '../window.ts'

/** A URL without what two spellings of one may differ in: scheme, user, fragment, default port, missing path. */
const plain = (url: string): string =>
  `replace_regex(replace_regex(${url}, @"^[A-Za-z][A-Za-z0-9+.-]*://", ""), @"^[^/?#]*@", "")`

/**
 * Requests for a URL and everything under it: joined by the host, because a join knows equality alone, and held
 * against the whole afterwards.
 */
export const url: Detection = {
  title: 'Web request to a malicious URL',
  description: 'Somebody requested a URL of the threat intelligence or something under it.',
  tactics: ['CommandAndControl', 'InitialAccess'],
  indicatorKey: `tolower(replace_regex(extract(@"^([^/?#]*)", 1, ${plain('Value')}), @":(80|443)$", ""))`,
  events: `_Im_WebSession(starttime=ago(${LOOK_BACK.kql}))
| where isnotempty(Url)
| ${ARRIVED}
| summarize FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated), Hits = count(), Actions = make_set(DvcAction, 5) by SrcIpAddr, SrcUsername, SrcHostname, Url
| extend Rest = ${plain('Url')}
| extend Authority = extract(@"^([^/?#]*)", 1, Rest)
| extend Target = extract(@"^([^#]*)", 1, substring(Rest, strlen(Authority)))
| extend Key = tolower(replace_regex(Authority, @":(80|443)$", "")), Target = iff(Target startswith "/", Target, strcat("/", Target))
| project-away Rest, Authority`,
  condition: `Target startswith extract(@"^[^/]*(/.*)$", 1, ${plain('Value')})`,
  about: ['SrcIpAddr', 'SrcUsername', 'SrcHostname', 'Url'],
  seen: 'Url',
  asset: 'SrcIpAddr',
  entities: [
    { entityType: 'URL', fieldMappings: [{ identifier: 'Url', columnName: 'Url' }] },
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'SrcIpAddr' }] },
    { entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'SrcHostname' }] },
    { entityType: 'Account', fieldMappings: [{ identifier: 'FullName', columnName: 'SrcUsername' }] }
  ]
}
