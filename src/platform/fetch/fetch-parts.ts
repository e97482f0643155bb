import type { Clock } from '../clock.ts'
import type { ResolveHost } from './resolve-host.ts'

/** What a fetcher works with. */
export interface FetchParts {
  readonly clock: Clock
  /** How the program introduces itself. */
  readonly userAgent: string
  readonly resolve: ResolveHost
  /** Folders whose files may be fetched. */
  readonly folders: readonly string[]
  /** Certificates of authorities, in PEM, that are trusted besides the runtime's own. */
  readonly authorities?: readonly string[]
}
