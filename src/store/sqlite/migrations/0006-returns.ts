import type { Migration } from '../migration.ts'

/**
 * When indicators that came back had been removed. Of every other change an indicator or a version keeps the instant; a
 * removal that a return takes the place of would leave no trace.
 */
export const returns: Migration = {
  oldestProgram: 1,
  sql: 'CREATE TABLE returns (removed_at INTEGER PRIMARY KEY) STRICT;'
}
