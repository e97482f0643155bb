/** Why a text is no entry, by code: the sentence that a report shows. */
export const ENTRY_REFUSALS = {
  unreadable: 'neither an address, network, host name, URL, mail address, hash, CVE nor technique',
  other_hash: 'a hash of a kind that no indicator has',
  one_label: 'a single label, which covers no host; a dot before it covers the whole top-level domain',
  every_address: 'a network that holds every address',
  no_network: 'an address with a prefix that no network has; a URL with such a path begins with http://',
  too_short: 'too short a text to be looked for in values',
  bad_pattern: 'a regular expression that cannot be matched in linear time',
  not_text: 'not a text',
  other_kind: 'of a kind that no indicator has'
} as const

/** A code of {@link ENTRY_REFUSALS}. */
export type EntryRefusalReason = keyof typeof ENTRY_REFUSALS

/** A refusal of one entry. */
export interface EntryRefusal {
  readonly refused: EntryRefusalReason
  /** What exactly, where the reason alone does not say it. */
  readonly detail?: string
}

/** Tells a refusal from an entry. */
export const isEntryRefusal = (outcome: object): outcome is EntryRefusal => 'refused' in outcome
