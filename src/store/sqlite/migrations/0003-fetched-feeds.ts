import type { Migration } from '../migration.ts'

/**
 * Feeds that are fetched on a schedule. What no query looks for is JSON: `settings` as the feed was added, `state` as
 * its last run left it. `feeds` has the names of all feeds that indicators count as from, these among them.
 */
export const fetchedFeeds: Migration = {
  oldestProgram: 1,
  sql: `
    CREATE TABLE fetched_feeds (
      name TEXT PRIMARY KEY,
      standing TEXT NOT NULL,
      settings TEXT NOT NULL,
      state TEXT NOT NULL,
      lease_holder TEXT,
      lease_until INTEGER
    ) STRICT, WITHOUT ROWID;
  `
}
