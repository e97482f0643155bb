import type { Migration } from '../migration.ts'

/**
 * What makes an indicator come and go: reasons of changes, ends of validity, days on which feeds were read, superseded
 * versions for exports of an earlier moment, and a way to an indicator by its rule's id.
 *
 * The index of ids holds their first eight digits only: enough to find one, and a third of the size. Versions reach
 * back to the position at which this step was taken.
 */
export const lifeOfIndicators: Migration = {
  oldestProgram: 2,
  sql: `
    ALTER TABLE indicators ADD COLUMN reason INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE indicators ADD COLUMN guarded_by TEXT;
    UPDATE indicators SET reason = CASE WHEN removed_at IS NOT NULL THEN 6 WHEN changed > added THEN 1 ELSE 0 END;
    CREATE INDEX indicators_by_id ON indicators (substr(rule_id, 1, 8));
    CREATE INDEX indicators_by_removal ON indicators (changed) WHERE removed_at IS NOT NULL;
    CREATE INDEX indicators_by_removed_kind ON indicators (kind, changed) WHERE removed_at IS NOT NULL;

    ALTER TABLE sources ADD COLUMN valid_until INTEGER;
    CREATE INDEX sources_by_feed ON sources (feed_id, row_id);

    CREATE TABLE read_days (feed_id INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (feed_id, day))
      STRICT, WITHOUT ROWID;

    CREATE TABLE versions (
      superseded INTEGER NOT NULL,
      row_id INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      confidence INTEGER NOT NULL,
      first_seen INTEGER,
      last_seen INTEGER NOT NULL,
      no_rule TEXT,
      guarded_by TEXT,
      feed_set INTEGER NOT NULL,
      context INTEGER NOT NULL,
      PRIMARY KEY (superseded, row_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX versions_by_change ON versions (changed, superseded);

    ALTER TABLE meta ADD COLUMN versions_from INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE meta ADD COLUMN removals_from INTEGER NOT NULL DEFAULT 0;
    UPDATE meta SET versions_from = position;
  `
}
