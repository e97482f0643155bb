import type { Migration } from '../migration.ts'

/**
 * Keys with one or two secrets, each under a server secret of its own, and with what they are held to. A key that was
 * revoked has no secret. Older programs would not hold keys to it, so that they may not use the store any more.
 */
export const keys: Migration = {
  oldestProgram: 7,
  sql: `
    CREATE TABLE key_secrets (
      hash TEXT PRIMARY KEY,
      key_number INTEGER NOT NULL,
      mark TEXT NOT NULL,
      hint TEXT NOT NULL,
      until INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX key_secrets_by_key ON key_secrets (key_number);
    INSERT INTO key_secrets (hash, key_number, mark, hint)
      SELECT hash, number, coalesce((SELECT secret_mark FROM meta), ''), hint FROM keys
      WHERE revoked_at IS NULL;

    CREATE TABLE held_keys (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL,
      name TEXT NOT NULL,
      tier TEXT NOT NULL,
      scopes TEXT NOT NULL,
      networks TEXT NOT NULL DEFAULT '[]',
      max_tlp TEXT,
      feeds TEXT NOT NULL DEFAULT '[]',
      created INTEGER NOT NULL,
      expires INTEGER,
      revoked_at INTEGER,
      revoked_why TEXT,
      hint TEXT NOT NULL,
      last_used INTEGER,
      last_network TEXT
    ) STRICT;
    INSERT INTO held_keys
      (number, id, account, name, tier, scopes, created, expires, revoked_at, revoked_why, hint)
      SELECT number, id, account, name, tier, scopes, created, expires, revoked_at, revoked_why, hint FROM keys;
    DROP TABLE keys;
    ALTER TABLE held_keys RENAME TO keys;
    CREATE INDEX keys_by_account ON keys (account);

    CREATE TABLE key_networks (
      key_number INTEGER NOT NULL,
      network TEXT NOT NULL,
      last_used INTEGER NOT NULL,
      PRIMARY KEY (key_number, network)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE meta ADD COLUMN former_mark TEXT;
  `
}
