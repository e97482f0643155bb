import type { Connection } from './connection.ts'
import type { FeedIds } from './feed-ids.ts'
import type { SharedObjects } from './shared-objects.ts'

/** What the statements of a writing transaction stand on. */
export interface WriteParts {
  readonly connection: Connection
  readonly shared: SharedObjects
  readonly feeds: FeedIds
}
