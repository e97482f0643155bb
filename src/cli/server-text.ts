import type { RunningServer } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'

/** How a server that listens is reached, and whose name its rules bear. */
export const serverText = (
  { url, metricsUrl }: Pick<RunningServer, 'url' | 'metricsUrl'>,
  { publisher }: Settings
): readonly string[] => [
  `sigmill listens on ${url}; rules are at ${url}/api/v1/iocs/sigma. Ctrl-C stops it.`,
  ...(metricsUrl === undefined ? [] : [`Metrics are at ${metricsUrl}/metrics, for everybody who reaches that port.`]),
  `Rules are published as ${publisher.name} (${publisher.url}); set SIGMILL_PUBLISHER_NAME and SIGMILL_PUBLISHER_URL for your own.`
]
