import type { Migration } from '../migration.ts'

/** What is counted: the rolling windows of keys, their usage by day, and totals. */
export const counters: Migration = {
  oldestProgram: 1,
  sql: `
    CREATE TABLE request_counts (
      key_id TEXT NOT NULL,
      is_day INTEGER NOT NULL,
      bucket INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (key_id, is_day, bucket)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE usage_counts (
      key_id TEXT NOT NULL,
      day INTEGER NOT NULL,
      measure TEXT NOT NULL,
      item TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (key_id, day, measure, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE request_totals (key_id TEXT PRIMARY KEY, requests INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE totals (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `
}
