import type { NaturalKey, Sighting, Stage } from '../indicator-store.ts'
import type { Connection } from './connection.ts'
import { found } from './interned.ts'
import { isSameSource } from './is-same-source.ts'
import { type Neighbours, neighbours } from './neighbours.ts'
import { NotedRows } from './noted-rows.ts'
import { openScratch } from './open-scratch.ts'
import { asProblem, naming } from './problems.ts'
import { createSharedObjects } from './shared-objects.ts'
import { groupsOf, type Repeated, type SightingRow } from './sighting-groups.ts'
import { naturalKeyText, readNaturalKey } from './natural-key-text.ts'
import { Voices } from './voices.ts'

/** Where SQLite puts it: https://www.sqlite.org/tempfiles.html#temporary_file_storage_locations */
const PLACE = 'the folder for temporary files (SQLITE_TMPDIR, TMPDIR, else /var/tmp)'

const SETUP = `
  CREATE TABLE contexts (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
  CREATE TABLE sightings (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    voice INTEGER NOT NULL,
    first_seen INTEGER,
    last_seen INTEGER NOT NULL,
    valid_until INTEGER,
    context INTEGER NOT NULL
  ) STRICT;
`

const COLUMNS = 'key, voice, first_seen, last_seen, valid_until, context'

const INSERT = `INSERT INTO sightings (${COLUMNS}) SELECT value, ?, ?, ?, ?, ? FROM json_each(?)`
/** What some voices, a JSON array of numbers, say something of. */
const VALUES_OF = 'SELECT DISTINCT key FROM sightings WHERE voice IN (SELECT value FROM json_each(?))'
const SORTED = `SELECT ${COLUMNS} FROM sightings ORDER BY key, number`

/** Whether two sightings differ in kind and value alone. */
const isLike = (a: Sighting, b: Sighting): boolean =>
  a.file === b.file && a.takenBack === b.takenBack && isSameSource(a.source, b.source)

/** Sightings in a temporary database of their own; SQLite sorts them on disk when they are read. */
export class SqliteStage implements Stage {
  readonly #connection: Connection
  readonly #contexts = createSharedObjects().contexts
  readonly #voices = new Voices()
  readonly #noted = new NotedRows()

  constructor() {
    this.#connection = naming(PLACE, () => openScratch(SETUP, 32))
  }

  async add(sightings: readonly Sighting[]): Promise<void> {
    naming(PLACE, () => {
      for (const alike of neighbours(sightings, isLike)) this.#add(alike)
    })
  }

  async *pages(size: number): AsyncGenerator<readonly (readonly Sighting[])[], void, void> {
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
      const [row] = this.#connection.all<[number]>(`SELECT count(*) FROM (${VALUES_OF})`, this.#voicesOf(feed, false))
      return row?.[0] ?? 0
    })
  }

  async *takenBack(feed: string, size: number): AsyncGenerator<readonly NaturalKey[]> {
    try {
      let page: NaturalKey[] = []
      const rows = this.#connection.iterate<[string]>(
        `${VALUES_OF} EXCEPT ${VALUES_OF}`,
        this.#voicesOf(feed, true),
        this.#voicesOf(feed, false)
      )
      for (const [key] of rows) {
        page.push(readNaturalKey(key))
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

  #voicesOf(feed: string, takenBack: boolean): string {
    return JSON.stringify(this.#voices.ofFeed(feed, takenBack))
  }

  #add(alike: Neighbours<Sighting>): void {
    const [first] = alike
    const { source } = first
    this.#connection.run(
      INSERT,
      this.#voices.numberOf(first),
      source.firstSeen ?? null,
      source.lastSeen,
      source.validUntil ?? null,
      this.#contexts.write(this.#connection, source.context),
      JSON.stringify(alike.map(naturalKeyText))
    )
  }

  #sightings(page: readonly (readonly Repeated[])[]): readonly (readonly Sighting[])[] {
    const contexts = this.#contexts.read(
      this.#connection,
      page.flatMap((group) => group.map(({ row }) => row[5]))
    )
    return page.map((group) =>
      group.map(({ row, firstSeen, lastSeen, times }): Sighting => {
        const [key, voice, , , validUntil, context] = row
        const { kind, value } = readNaturalKey(key)
        const { feed, file, confidence, takenBack } = this.#voices.at(voice)
        return {
          kind,
          value,
          source: {
            feed,
            confidence,
            firstSeen: firstSeen ?? undefined,
            lastSeen,
            validUntil: validUntil ?? undefined,
            context: found(contexts, context)
          },
          file,
          takenBack,
          times
        }
      })
    )
  }
}
