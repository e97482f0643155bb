import type { Exports } from '../app/exports.ts'
import type { Keys } from '../app/keys.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import type { HttpTimes } from './http-times.ts'

/** What the HTTP server stands on. */
export interface AppParts extends Pick<World, 'clock' | 'crypto' | 'pipeline'> {
  readonly settings: Settings
  /** Asked for its state when a probe wants to know whether the server is ready. */
  readonly store: { state(): Promise<unknown> }
  readonly exports: Exports
  readonly keys: Pick<Keys, 'verify'>
  readonly log: ReturnType<World['log']>
  /** Times that differ from {@link HTTP_TIMES}. */
  readonly times?: Partial<HttpTimes>
}
