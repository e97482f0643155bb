import type { Detection } from '../detection.ts'

/** Queries for a name or what lies under it: each name is looked up by itself and by its parents. */
export const domain: Detection = {
  title: 'DNS query for a malicious domain',
  description: 'Somebody asked for a listed domain or for a name under it.',
  table: 'domain',
  classes: ['domain'],
  dataset: 'Network_Resolution.DNS',
  by: ['src', 'query'],
  asset: 'src',
  key: `| eval labels=split(rtrim(lower(query), "."), ".")
| eval start=mvrange(0, mvcount(labels)-1)
| eval seen=mvmap(start, mvjoin(mvindex(labels, tonumber(start), -1), "."))
| mvexpand seen`
}
