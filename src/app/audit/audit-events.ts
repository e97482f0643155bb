/** Everything that the audit trail tells of. */
export const AUDIT_EVENTS = {
  key_created: 'an API key was made',
  key_rotated: 'an API key got another secret',
  key_revoked: 'an API key was revoked',
  key_network: 'an API key was used from a network that it was not used from before',
  network_refused: 'an API key was refused because of the network that it came from',
  secret_rotated: 'the server secret was replaced',
  secret_dropped: 'the former server secret was dropped with every secret that rested on it',
  limits_changed: 'a server started with other limits than the one before',
  feed_added: 'a feed that is fetched was added',
  feed_changed: 'what is said of a feed was changed',
  feed_removed: 'a feed was removed with everything it said',
  feed_enabled: 'a feed is fetched again',
  feed_disabled: 'a feed is fetched no more',
  feed_frozen: 'a feed is fetched no more, and keeps what it said',
  feed_run: 'a run of a feed was asked for',
  feed_approved: 'the size with which a feed came was approved',
  guard_entry_added: 'an entry was added to the guard',
  guard_entry_removed: 'an entry was taken out of the guard',
  guard_list_loaded: 'a list was loaded into the guard',
  guard_list_removed: 'a list was taken out of the guard',
  indicator_removed: 'an indicator was removed by hand',
  export_taken: 'indicators or rules were handed out',
  action_refused: 'somebody tried to change something and was refused'
} as const

/** One of {@link AUDIT_EVENTS}. */
export type AuditEvent = keyof typeof AUDIT_EVENTS

/** Their names. */
export const AUDIT_EVENT_NAMES = Object.keys(AUDIT_EVENTS)
