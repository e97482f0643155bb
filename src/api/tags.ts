/** The groups in which operations are listed, in this order, each with a sentence. */
export const TAGS = {
  Rules: 'Sigma rules, what becomes of them, and where they come from.',
  Indicators: 'The indicators themselves, and in which shape a SIEM can take them.',
  TAXII: 'A TAXII 2.1 server with the indicators as STIX 2.1.',
  Pipelines: 'Processing pipelines that bring the rules to the fields of a SIEM.',
  Feeds: 'The feeds that are fetched.',
  Guard: 'What is kept from becoming rules.',
  Keys: 'Keys of this API, how they are used, and what they may do.',
  Server: 'Whether and how the server is doing, and what it offers.'
} as const

/** One of {@link TAGS}. */
export type Tag = keyof typeof TAGS
