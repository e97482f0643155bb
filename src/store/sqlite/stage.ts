import { KINDS } from '../../indicator/kind.ts'
import type { Sighting, Stage } from '../indicator-store.ts'
import { confidenceCodes } from './codes.ts'
import { Connection } from './connection.ts'
import { found } from './interned.ts'
import { asProblem, naming } from './problems.ts'
import { noRuleOf } from './rows.ts'
import { createSharedObjects } from './shared-objects.ts'

/** SQLite removes the file of a database without a name as soon as it has opened it: https://www.sqlite.org/inmemorydb.html#temp_db */
const NAMELESS = ''

/** Where SQLite puts it: https://www.sqlite.org/tempfiles.html#temporary_file_storage_locations */
const PLACE = 'the folder for temporary files (SQLITE_TMPDIR, TMPDIR, else /var/tmp)'

/** Nothing of a stage has to outlive its process, so it needs no journal and never waits for the disk. */
const SETUP = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA temp_store = FILE;
  CREATE TABLE contexts (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
  CREATE TABLE sightings (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    value TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    feed TEXT NOT NULL,
    confidence INTEGER NOT NULL,
    first_seen INTEGER,
    last_seen INTEGER NOT NULL,
    context INTEGER NOT NULL,
    file INTEGER NOT NULL,
    no_rule TEXT
  ) STRICT;
  BEGIN;
`

type SightingRow = readonly [
  kind: number,
  value: string,
  id: string,
  feed: string,
  confidence: number,
  firstSeen: number | null,
  lastSeen: number,
  context: number,
  file: number,
  noRule: string | null
]

const COLUMNS = 'kind, value, rule_id, feed, confidence, first_seen, last_seen, context, file, no_rule'

const INSERT = `INSERT INTO sightings (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const SORTED = `SELECT ${COLUMNS} FROM sightings ORDER BY kind, value, number`

/** Sightings in a temporary database of their own; SQLite sorts them on disk when they are read. */
export class SqliteStage implements Stage {
  readonly #connection: Connection
  readonly #contexts = createSharedObjects().contexts

  constructor() {
    this.#connection = naming(PLACE, () => {
      const connection = new Connection(NAMELESS, { create: true, lockMilliseconds: 0, cacheMebibytes: 32 })
      connection.database.exec(SETUP)
      return connection
    })
  }

  async add(sightings: readonly Sighting[]): Promise<void> {
    naming(PLACE, () => {
      for (const sighting of sightings) this.#add(sighting)
    })
  }

  async *pages(size: number): AsyncGenerator<readonly (readonly Sighting[])[]> {
    try {
      let page: SightingRow[][] = []
      for (const group of groupsOf(this.#connection.iterate<SightingRow>(SORTED))) {
        page.push(group)
        if (page.length < size) continue
        yield this.#sightings(page)
        page = []
      }
      if (page.length > 0) yield this.#sightings(page)
    } catch (error) {
      throw asProblem(error, PLACE)
    }
  }

  async close(): Promise<void> {
    this.#connection.close()
  }

  #add({ kind, value, id, source, file, noRule }: Sighting): void {
    this.#connection.run(
      INSERT,
      KINDS.indexOf(kind),
      value,
      id,
      source.feed,
      confidenceCodes.codeOf(source.confidence),
      source.firstSeen ?? null,
      source.lastSeen,
      this.#contexts.write(this.#connection, source.context),
      file,
      noRule ?? null
    )
  }

  #sightings(page: readonly (readonly SightingRow[])[]): readonly (readonly Sighting[])[] {
    const contexts = this.#contexts.read(
      this.#connection,
      page.flatMap((group) => group.map((row) => row[7]))
    )
    return page.map((group) =>
      group.map(([kind, value, id, feed, confidence, firstSeen, lastSeen, context, file, noRule]) => ({
        kind: kindAt(kind),
        value,
        id,
        source: {
          feed,
          confidence: confidenceCodes.nameOf(confidence),
          firstSeen: firstSeen ?? undefined,
          lastSeen,
          context: found(contexts, context)
        },
        file,
        noRule: noRuleOf(noRule)
      }))
    )
  }
}

const kindAt = (index: number) => {
  const kind = KINDS[index]
  if (kind === undefined) throw new Error(`no kind has the place ${index}`)
  return kind
}

/** Rows that follow one another under the same kind and value. */
function* groupsOf(rows: Iterable<SightingRow>): Generator<SightingRow[]> {
  let group: SightingRow[] = []
  for (const row of rows) {
    const [first] = group
    if (first !== undefined && (first[0] !== row[0] || first[1] !== row[1])) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}
