import { KINDS } from '../../indicator/kind.ts'
import type { NaturalKey, Sighting, Stage } from '../indicator-store.ts'
import { confidenceCodes } from './codes.ts'
import type { Connection } from './connection.ts'
import { found } from './interned.ts'
import { NotedRows } from './noted-rows.ts'
import { openScratch } from './open-scratch.ts'
import { asProblem, naming } from './problems.ts'
import { noRuleOf } from './rows.ts'
import { createSharedObjects } from './shared-objects.ts'
import { groupsOf, type Repeated, type SightingRow } from './sighting-groups.ts'

/** Where SQLite puts it: https://www.sqlite.org/tempfiles.html#temporary_file_storage_locations */
const PLACE = 'the folder for temporary files (SQLITE_TMPDIR, TMPDIR, else /var/tmp)'

const SETUP = `
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
    valid_until INTEGER,
    context INTEGER NOT NULL,
    file INTEGER NOT NULL,
    no_rule TEXT,
    taken_back INTEGER NOT NULL
  ) STRICT;
`

const COLUMNS =
  'kind, value, rule_id, feed, confidence, first_seen, last_seen, valid_until, context, file, no_rule, taken_back'

const INSERT = `INSERT INTO sightings (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const TAKEN_BACK = `SELECT DISTINCT kind, value FROM sightings WHERE feed = ? AND taken_back = 1
  EXCEPT SELECT kind, value FROM sightings WHERE feed = ? AND taken_back = 0`
const SORTED = `SELECT ${COLUMNS} FROM sightings ORDER BY kind, value, number`

/** Sightings in a temporary database of their own; SQLite sorts them on disk when they are read. */
export class SqliteStage implements Stage {
  readonly #connection: Connection
  readonly #contexts = createSharedObjects().contexts
  readonly #noted = new NotedRows()

  constructor() {
    this.#connection = naming(PLACE, () => openScratch(SETUP, 32))
  }

  async add(sightings: readonly Sighting[]): Promise<void> {
    naming(PLACE, () => {
      for (const sighting of sightings) this.#add(sighting)
    })
  }

  async *pages(size: number): AsyncGenerator<readonly (readonly Sighting[])[]> {
    try {
      let page: (readonly Repeated[])[] = []
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

  async size(feed: string): Promise<number> {
    return naming(PLACE, () => {
      const [row] = this.#connection.all<[number]>(
        'SELECT count(*) FROM (SELECT DISTINCT kind, value FROM sightings WHERE feed = ? AND taken_back = 0)',
        feed
      )
      return row?.[0] ?? 0
    })
  }

  async *takenBack(feed: string, size: number): AsyncGenerator<readonly NaturalKey[]> {
    try {
      let page: NaturalKey[] = []
      for (const [kind, value] of this.#connection.iterate<[number, string]>(TAKEN_BACK, feed, feed)) {
        page.push({ kind: kindAt(kind), value })
        if (page.length < size) continue
        yield page
        page = []
      }
      if (page.length > 0) yield page
    } catch (error) {
      throw asProblem(error, PLACE)
    }
  }

  async note(feed: string, rows: readonly number[]): Promise<void> {
    naming(PLACE, () => this.#noted.add(feed, rows))
  }

  async unnoted(feed: string, rows: readonly number[]): Promise<readonly number[]> {
    return naming(PLACE, () => this.#noted.without(feed, rows))
  }

  async close(): Promise<void> {
    this.#connection.close()
    this.#noted.close()
  }

  #add({ kind, value, id, source, file, noRule, takenBack }: Sighting): void {
    this.#connection.run(
      INSERT,
      KINDS.indexOf(kind),
      value,
      id,
      source.feed,
      confidenceCodes.codeOf(source.confidence),
      source.firstSeen ?? null,
      source.lastSeen,
      source.validUntil ?? null,
      this.#contexts.write(this.#connection, source.context),
      file,
      noRule ?? null,
      takenBack ? 1 : 0
    )
  }

  #sightings(page: readonly (readonly Repeated[])[]): readonly (readonly Sighting[])[] {
    const contexts = this.#contexts.read(
      this.#connection,
      page.flatMap((group) => group.map(({ row }) => row[8]))
    )
    return page.map((group) =>
      group.map(({ row, firstSeen, lastSeen, times }): Sighting => {
        const [kind, value, id, feed, confidence, , , validUntil, context, file, noRule, takenBack] = row
        return {
          kind: kindAt(kind),
          value,
          id,
          source: {
            feed,
            confidence: confidenceCodes.nameOf(confidence),
            firstSeen: firstSeen ?? undefined,
            lastSeen,
            validUntil: validUntil ?? undefined,
            context: found(contexts, context)
          },
          file,
          noRule: noRuleOf(noRule),
          takenBack: takenBack === 1,
          times
        }
      })
    )
  }
}

const kindAt = (index: number) => {
  const kind = KINDS[index]
  if (kind === undefined) throw new Error(`no kind has the place ${index}`)
  return kind
}
