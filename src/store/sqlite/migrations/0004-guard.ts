import type { Migration } from '../migration.ts'

/** What keeps values from becoming rules: lists that were loaded, and entries that were added by hand. */
export const guard: Migration = {
  oldestProgram: 1,
  sql: `
    CREATE TABLE guard_lists (
      list_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      mode TEXT NOT NULL,
      why TEXT NOT NULL,
      until_day INTEGER,
      kinds TEXT NOT NULL,
      covers_mail INTEGER NOT NULL,
      origin TEXT NOT NULL,
      loaded INTEGER NOT NULL,
      size INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE guard_entries (
      list_id INTEGER NOT NULL,
      shape INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (list_id, shape, text)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE guard_added (
      shape INTEGER NOT NULL,
      text TEXT NOT NULL,
      mode TEXT NOT NULL,
      why TEXT NOT NULL,
      until_day INTEGER,
      added INTEGER NOT NULL,
      PRIMARY KEY (shape, text)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE meta ADD COLUMN guard_version INTEGER NOT NULL DEFAULT 0;
  `
}
