/** Where hosts files send the names that they block, and the broadcast address that they name. */
const SINKS: ReadonlySet<string> = new Set(['0.0.0.0', '127.0.0.1', '255.255.255.255', '::', '::1', '0'])

/** Names that hosts files give to the machine and its network. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  '0.0.0.0',
  'broadcasthost',
  'ip6-localhost',
  'ip6-loopback',
  'local',
  'localhost',
  'localhost.localdomain'
])

/** The names that the words of a line of a hosts file block; `undefined` for a line that is none. */
export const hostsFileNames = ([address = '', ...names]: readonly string[]): readonly string[] | undefined =>
  names.length > 0 && SINKS.has(address) ? names.filter((name) => !OWN_NAMES.has(name)) : undefined
