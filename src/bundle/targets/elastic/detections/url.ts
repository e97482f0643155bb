import type { Detection } from '../detection.ts'

/** Requests for a URL: as a whole with either scheme, by its page whatever the query, or by a host that stands alone. */
export const url: Detection = {
  title: 'Web request to a malicious URL',
  description: 'Somebody requested a URL of the threat intelligence.',
  tactic: { id: 'TA0011', name: 'Command and Control' },
  events: 'url.full:* or url.original:* or url.domain:*',
  comparisons: [
    [{ event: 'url.full', indicator: 'sigmill.url.http' }],
    [{ event: 'url.full', indicator: 'sigmill.url.https' }],
    [{ event: 'url.original', indicator: 'sigmill.url.http' }],
    [{ event: 'url.original', indicator: 'sigmill.url.https' }],
    [{ event: 'url.domain', indicator: 'sigmill.url.host' }],
    [
      { event: 'url.domain', indicator: 'sigmill.url.page.host' },
      { event: 'url.path', indicator: 'sigmill.url.page.path' }
    ]
  ],
  about: ['source.ip', 'url.full', 'url.original']
}
