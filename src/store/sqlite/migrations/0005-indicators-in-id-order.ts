import type { Migration } from '../migration.ts'

/**
 * Ids in the order of each kind and confidence, for grouped rules. The index still finds an indicator by its rule's id,
 * asked once for each kind and confidence, so that imports keep no more indexes than before. It stands on nothing that
 * a later sighting changes.
 */
export const indicatorsInIdOrder: Migration = {
  oldestProgram: 1,
  sql: `
    DROP INDEX indicators_by_id;
    CREATE INDEX indicators_by_id ON indicators (kind, confidence, substr(rule_id, 1, 8));
  `
}
