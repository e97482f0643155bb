/** Why a value cannot become an indicator, by code: the sentence that a report shows. */
export const REJECT_REASONS = {
  empty: 'the value is empty',
  not_utf8: 'the text is not valid in its encoding',
  control_character: 'the value holds a control, direction or noncharacter',
  too_long: 'the value is longer than its kind allows',
  unknown_kind: 'the value looks like none of the ten kinds',
  unsupported_type: 'the feed gives the value a type that is none of the ten kinds',
  bad_address: 'not an IP address in canonical dotted or colon form',
  cidr: 'a network, not one address',
  zone_id: 'an IPv6 address with a zone id means something on one host only',
  bad_host: 'not a host name of at least two letter-digit-hyphen labels',
  bad_port: 'the port is not between 1 and 65535',
  bad_scheme: 'only http and https URLs are indicators',
  path_only: 'a path without a host',
  bad_email: 'not an ASCII mail address',
  bad_hash: 'not the hexadecimal digits of this hash',
  bad_cve: 'not of the form CVE-YYYY-NNNN',
  bad_technique: 'not of the form Tnnnn or Tnnnn.nnn',
  not_a_technique: 'a tactic, group, software or other ATT&CK object, not a technique',
  unknown_technique: 'the bundled ATT&CK release does not know this technique',
  revoked: 'the feed has revoked the indicator',
  expired: 'the feed says that the indicator is no longer valid',
  deleted: 'the feed has deleted the indicator',
  not_for_detection: 'the feed says that the value is not for detection',
  bad_pattern: 'the pattern cannot be read',
  unsupported_pattern: 'the pattern says more than equality with values of our kinds',
  bad_record: 'the record is not of the shape that its format prescribes',
  too_long_line: 'the line is longer than the limit'
} as const

/** A code of {@link REJECT_REASONS}. */
export type RejectReason = keyof typeof REJECT_REASONS

/** A refusal of one value; `detail` names the offending part (a feed's type, a label, a digit count). */
export interface Rejection {
  readonly reason: RejectReason
  readonly detail?: string
}

/** Tells a refusal from an accepted value. */
export const isRejection = (outcome: object): outcome is Rejection => 'reason' in outcome
