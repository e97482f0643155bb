import type { Migration } from '../migration.ts'

/**
 * Indicators with their sources, and API keys.
 *
 * Removed indicators stay as rows, but stand in none of the partial indexes that walks use. Both indexes of changes
 * carry the columns that walks test, so that a walk never visits a row. SQLite takes an index for complete only if
 * `removed_at`, which is always null in it, stands in it too.
 */
export const indicatorsAndKeys: Migration = {
  oldestProgram: 1,
  sql: `
    CREATE TABLE meta (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      schema_version INTEGER NOT NULL,
      oldest_program INTEGER NOT NULL,
      position INTEGER NOT NULL,
      last_stamp INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      key_version INTEGER NOT NULL,
      secret_mark TEXT
    ) STRICT;
    INSERT INTO meta VALUES (1, 0, 0, 0, 0, 0, 0, NULL);

    CREATE TABLE feeds (feed_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE feed_sets (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
    CREATE TABLE contexts (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;

    CREATE TABLE indicators (
      row_id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      value TEXT NOT NULL,
      rule_id TEXT NOT NULL,
      confidence INTEGER NOT NULL,
      first_seen INTEGER,
      last_seen INTEGER NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      no_rule TEXT,
      feed_set INTEGER NOT NULL,
      context INTEGER NOT NULL,
      removed_at INTEGER,
      removed_why TEXT
    ) STRICT;
    CREATE UNIQUE INDEX indicators_by_value ON indicators (kind, value);
    CREATE INDEX indicators_by_change ON indicators (changed, last_seen, no_rule, removed_at)
      WHERE removed_at IS NULL;
    CREATE INDEX indicators_by_kind ON indicators (kind, confidence, changed, last_seen, no_rule, removed_at)
      WHERE removed_at IS NULL;

    CREATE TABLE industries (
      sector INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      row_id INTEGER NOT NULL,
      PRIMARY KEY (sector, changed, row_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sources (
      row_id INTEGER NOT NULL,
      feed_id INTEGER NOT NULL,
      confidence INTEGER NOT NULL,
      first_seen INTEGER,
      last_seen INTEGER NOT NULL,
      context INTEGER NOT NULL,
      PRIMARY KEY (row_id, feed_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE keys (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      hash TEXT NOT NULL UNIQUE,
      hint TEXT NOT NULL,
      account TEXT NOT NULL,
      name TEXT NOT NULL,
      tier TEXT NOT NULL,
      scopes TEXT NOT NULL,
      created INTEGER NOT NULL,
      expires INTEGER,
      revoked_at INTEGER,
      revoked_why TEXT
    ) STRICT;
  `
}
