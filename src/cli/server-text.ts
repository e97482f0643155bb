import type { Settings } from '../config/settings.ts'

/** How a server that listens is reached, and whose name its rules bear. */
export const serverText = (url: string, { publisher }: Settings): readonly string[] => [
  `sigmill listens on ${url}; rules are at ${url}/api/v1/iocs/sigma. Ctrl-C stops it.`,
  `Rules are published as ${publisher.name} (${publisher.url}); set SIGMILL_PUBLISHER_NAME and SIGMILL_PUBLISHER_URL for your own.`
]
