import type { ProblemCode } from '../problem/problem.ts'

/** What each exit code says, for `--help` and the manual. */
export const EXIT_CODES = {
  0: 'it worked; single values that were rejected do not change that',
  1: 'an input could not be read or was rejected as a whole, or there is nothing of that name',
  2: 'wrong command, flag, value or setting',
  3: 'the store could not be opened, read or written',
  4: 'the disk is full or refuses to be written',
  5: 'a check found issues, and no error',
  6: 'a folder is not in step: not everything came from the server, so nothing was removed',
  7: 'a server could not be reached, or gave no answer that can be used',
  8: 'a server refused the request',
  9: 'another run works on the same folder',
  10: 'the audit trail is broken',
  70: 'a fault of the program itself'
} as const

/** A code of {@link EXIT_CODES}. */
export type ExitCode = keyof typeof EXIT_CODES

/** The exit code of every problem. Those that only the HTTP API knows count as wrong usage. */
export const EXIT_CODE_OF = {
  invalid_parameter: 2,
  conflicting_keys: 2,
  missing_api_key: 2,
  invalid_api_key: 2,
  expired_api_key: 2,
  ip_not_allowed: 2,
  insufficient_scope: 2,
  tier_required: 2,
  not_found: 1,
  method_not_allowed: 2,
  request_too_large: 2,
  unsupported_media_type: 2,
  not_acceptable: 2,
  timeout: 2,
  rate_limit_exceeded: 2,
  too_many_exports: 2,
  too_many_failures: 2,
  cursor_expired: 2,
  not_grantable: 2,
  too_many_keys: 2,
  key_state: 2,
  feed_exists: 2,
  feed_state: 2,
  folder_not_ours: 2,

  input_missing: 1,
  input_denied: 1,
  input_empty: 1,
  input_binary: 1,
  input_html: 1,
  input_unknown: 1,
  input_truncated: 1,
  input_broken: 1,
  input_too_large: 1,
  archive_members: 1,
  archive_broken: 1,

  fetch_refused: 1,
  fetch_failed: 1,
  fetch_status: 1,
  fetch_too_large: 1,
  fetch_timeout: 1,
  fetch_truncated: 1,
  fetch_variable: 1,
  fetch_unexpected: 1,

  server_unreachable: 7,
  server_unexpected: 7,
  server_refused: 8,
  folder_busy: 9,

  store_url: 2,
  store_missing: 3,
  store_damaged: 3,
  store_newer: 3,
  store_busy: 3,
  store_serving: 3,
  audit_broken: 10,
  store_clock: 3,
  secret_missing: 3,
  secret_wrong: 3,
  secret_rotating: 2,
  disk_full: 4,
  disk_denied: 4,
  internal_error: 70,
  unavailable: 3
} as const satisfies Record<ProblemCode, ExitCode>
