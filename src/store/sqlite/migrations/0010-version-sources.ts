import type { Migration } from '../migration.ts'

/**
 * What feeds said of superseded versions, and since when each source says anything. Nobody knows what they said of versions
 * from before this step, so that versions reach back to the position at which it was taken; sources from before count as
 * old as their indicator. Older programs would write neither, so that they may not use the store any more; one that has it
 * open still fails at its next write, as its statements name no `since` and a table that is gone.
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

    CREATE TABLE dated_sources (
      row_id INTEGER NOT NULL,
      feed_id INTEGER NOT NULL,
      confidence INTEGER NOT NULL,
      first_seen INTEGER,
      last_seen INTEGER NOT NULL,
      valid_until INTEGER,
      context INTEGER NOT NULL,
      since INTEGER NOT NULL,
      PRIMARY KEY (row_id, feed_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO dated_sources
      SELECT s.row_id, s.feed_id, s.confidence, s.first_seen, s.last_seen, s.valid_until, s.context, i.added
      FROM sources AS s CROSS JOIN indicators AS i ON i.row_id = s.row_id;
    DROP TABLE sources;
    ALTER TABLE dated_sources RENAME TO sources;
    CREATE INDEX sources_by_feed ON sources (feed_id, row_id);

    DELETE FROM versions;
    ALTER TABLE versions RENAME TO past_versions;
    UPDATE meta SET versions_from = position;
  `
}
