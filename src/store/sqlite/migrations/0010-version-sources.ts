import type { Migration } from '../migration.ts'

/**
 * What feeds said of superseded versions, and since when each source says anything. Nobody knows what they said of versions
 * from before this step, so that versions reach back to the position at which it was taken; sources from before count as
 * old as their indicator. Older programs would keep versions without it, so that they may not use the store any more.
 */
export const versionSources: Migration = {
  oldestProgram: 10,
  sql: `
    CREATE TABLE version_sources (
      row_id INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      feed_id INTEGER NOT NULL,
      confidence INTEGER NOT NULL,
      first_seen INTEGER,
      last_seen INTEGER NOT NULL,
      valid_until INTEGER,
      context INTEGER NOT NULL,
      since INTEGER NOT NULL,
      PRIMARY KEY (row_id, changed, feed_id)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE sources ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
    UPDATE sources SET since = (SELECT added FROM indicators WHERE indicators.row_id = sources.row_id);

    DELETE FROM versions;
    UPDATE meta SET versions_from = position;
  `
}
