/**
 * Every way in which sigmill refuses or fails, by code. The sentence a person reads is written where the problem
 * is found, because only that place knows the value, the position and the remedy.
 */
export const PROBLEMS = {
  // what a caller asked for
  invalid_parameter: 'a parameter, flag or setting has a value outside its set',
  conflicting_keys: 'two different API keys came with one request',
  missing_api_key: 'no API key came with the request',
  invalid_api_key: 'the API key is malformed, unknown or revoked',
  expired_api_key: 'the API key has expired',
  ip_not_allowed: 'the API key may not be used from this address',
  insufficient_scope: 'the API key lacks a scope',
  tier_required: 'the account tier does not include the operation',
  not_found: 'there is nothing under that name or path',
  method_not_allowed: 'the path exists, but not with that method',
  request_too_large: 'the request line, headers or body are over the limit',
  unsupported_media_type: 'the body of the request is of no type that is read',
  not_acceptable: 'the client takes no answer of the type that there is',
  timeout: 'the request did not arrive in time',
  rate_limit_exceeded: 'the key has used up its requests of a minute or a day',
  too_many_exports: 'as many exports as the server, or one key, may have are under way',
  too_many_failures: 'too many requests with wrong keys came from the same address',
  cursor_expired: 'the cursor points to a position that is no longer kept',
  not_grantable: 'an API key was to give another one what it lacks itself',
  too_many_keys: 'the account holds as many live keys as its tier allows',
  key_state: 'the API key has expired or was revoked',
  feed_exists: 'a feed of that name was added already',
  feed_state: 'the feed is not in a state in which that can be done',
  folder_not_ours: 'a folder holds files that the manifest does not list',
  folder_busy: 'another run works on the folder',

  // what came in
  input_missing: 'there is no such file or folder',
  input_denied: 'a file or folder may not be read',
  input_empty: 'an input holds no bytes',
  input_binary: 'an input is neither text nor a known archive',
  input_html: 'an input is a web page instead of a feed',
  input_unknown: 'no known format fits the input',
  input_truncated: 'an input ends in the middle of a record',
  input_broken: 'an input breaks the rules of its own format',
  input_too_large: 'an input grows beyond the limit while it is unpacked',
  archive_members: 'an archive holds none or more than one file',
  archive_broken: 'an archive is damaged, encrypted or of an unknown method',

  // what was to be fetched
  fetch_refused: 'an address, scheme, redirect or file is none that may be fetched',
  fetch_failed: 'no connection, or no answer that can be understood',
  fetch_status: 'the server answers with a status that brings no feed',
  fetch_too_large: 'an answer passes the limit of bytes or headers',
  fetch_timeout: 'the server takes longer than is waited for',
  fetch_truncated: 'an answer breaks off, or is not as long as was announced',
  fetch_variable: 'a header comes from an environment variable that is not set',
  fetch_unexpected: 'an answer is not what the protocol of its source promises',

  // what another server answered
  server_unreachable: 'the server cannot be reached, is in trouble or breaks off',
  server_refused: 'the server refuses the request',
  server_unexpected: 'the server answers with what its API does not promise',

  // the store and the machine
  store_url: 'the store URL is of no known kind',
  store_missing: 'there is no store at that place',
  store_damaged: 'the store cannot be read as one',
  store_newer: 'the store was written by a newer program',
  store_busy: 'another process holds the store for too long',
  store_serving: 'another server already serves this store',
  audit_broken: 'an entry of the audit trail is missing or not as it was written',
  store_clock: 'the newest change lies too far ahead of the clock',
  secret_missing: 'the store has keys, but its server secret is missing',
  secret_wrong: 'the server secret is not the one the store was made with',
  secret_rotating: 'the server secret is being rotated already',
  disk_full: 'there is no room left on the disk',
  disk_denied: 'the disk refuses to be written',
  internal_error: 'a fault of the program itself',
  unavailable: 'the server is starting, stopping or has lost its store'
} as const

/** The code of a problem: one of a closed set, safe to match on. */
export type ProblemCode = keyof typeof PROBLEMS

/** What a problem may carry besides its sentence. */
export interface ProblemOptions {
  /** Facts for machines: the parameter, what is allowed, the nearest spelling. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/**
 * A refusal or failure with a code from the catalogue and a sentence that says place, reason and remedy.
 * `http/` maps the code to a status, `cli/` to an exit code.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(code: ProblemCode, message: string, options: ProblemOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}
