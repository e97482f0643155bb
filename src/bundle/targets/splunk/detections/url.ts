import type { Detection } from '../detection.ts'

/**
 * Requests for a URL and everything under it. The host is looked up exactly first, so that only requests to listed
 * hosts are held against prefixes, for which a lookup goes through the whole table. Several rows can be prefixes of one
 * request: each is judged by itself, for the first may be out of force or not wanted.
 */
export const url: Detection = {
  title: 'Web request to a malicious URL',
  description: 'Somebody requested a listed URL or something under it.',
  table: 'url',
  classes: ['url'],
  dataset: 'Web.Web',
  by: ['src', 'dest', 'user', 'url'],
  asset: 'src',
  key: `| eval rest=replace(replace(lower(url), "^[a-z][a-z0-9+.-]*://", ""), "^[^/?#@]*@", "")
| eval rest=if(match(rest, "^/"), lower(dest) . rest, rest)
| eval host=replace(replace(rest, "[/?#].*", ""), ":(80|443)(?!.)", "")
| lookup sigmill_url_exact host OUTPUT rule_id AS listed
| where isnotnull(listed)
| eval path=replace(replace(rest, "^[^/?#]*", ""), "#.*", "")
| eval seen=host . if(match(path, "^/"), path, "/" . path)
| lookup sigmill_url match_value AS seen OUTPUT rule_id AS found
| mvexpand found`,
  row: 'sigmill_url_exact _key AS found'
}
