import type { ProblemCode } from '../problem/problem.ts'

/**
 * The HTTP status of every problem. What is no answer to a request is a fault of the program when it surfaces here
 * (500), and trouble of the store or the machine means that the server cannot serve for a while (503).
 */
export const PROBLEM_STATUS = {
  invalid_parameter: 400,
  conflicting_keys: 400,
  missing_api_key: 401,
  invalid_api_key: 401,
  expired_api_key: 401,
  ip_not_allowed: 403,
  insufficient_scope: 403,
  tier_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  timeout: 408,
  cursor_expired: 410,
  request_too_large: 413,
  rate_limit_exceeded: 429,
  too_many_exports: 429,
  internal_error: 500,
  unavailable: 503,

  too_many_keys: 500,
  folder_not_ours: 500,
  input_missing: 500,
  input_denied: 500,
  input_empty: 500,
  input_binary: 500,
  input_html: 500,
  input_unknown: 500,
  input_truncated: 500,
  input_broken: 500,
  input_too_large: 500,
  archive_members: 500,
  archive_broken: 500,

  store_url: 503,
  store_missing: 503,
  store_damaged: 503,
  store_newer: 503,
  store_busy: 503,
  store_serving: 503,
  store_clock: 503,
  secret_missing: 503,
  secret_wrong: 503,
  disk_full: 503,
  disk_denied: 503
} as const satisfies Record<ProblemCode, number>
