import { events, lines } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { CONTENT_CODING, LINK, NEXT_SINCE_OF_START, PRIVATE_NO_STORE, RULE_GROUP, VARY_ACCEPT } from '../headers.ts'
import { LAST_EVENT_ID } from '../parameters/conditions.ts'
import { EXPORT_PARAMETERS, GROUP, WAIT } from '../parameters/exporting.ts'
import { ANY_CHANGE, CHANGE_EXAMPLE } from '../schemas/change.ts'

/** What has become of rules since a client last asked: those to keep, and those to remove. */
export const GET_SIGMA_CHANGES = {
  name: 'getSigmaChanges',
  method: 'GET',
  path: '/api/v1/iocs/sigma/changes',
  tag: 'Rules',
  summary: 'Changes of rules, as a feed',
  about:
    'JSON lines, or server-sent events for `Accept: text/event-stream`, which never end. Without `cursor` and `since` it starts with every rule that lives. With `group` a line is about a grouped rule, an answer holds all that changed, and `limit` is refused.',
  security: { scope: 'read:iocs', feature: 'sigmaChanges' },
  pathParameters: [],
  parameters: [...EXPORT_PARAMETERS, GROUP, WAIT],
  requestHeaders: [LAST_EVENT_ID],
  body: undefined,
  answers: {
    200: {
      about: 'The changes, oldest first.',
      headers: [VARY_ACCEPT, PRIVATE_NO_STORE, LINK, NEXT_SINCE_OF_START, RULE_GROUP, CONTENT_CODING],
      content: [lines(ANY_CHANGE, CHANGE_EXAMPLE), events(ANY_CHANGE, CHANGE_EXAMPLE)]
    }
  },
  errors: ['cursor_expired', 'too_many_exports']
} as const satisfies KeyedDescription
