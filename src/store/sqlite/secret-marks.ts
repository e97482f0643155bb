import type { Kysely } from 'kysely'
import { Problem } from '../../problem/problem.ts'
import type { SecretMarks } from '../key-store.ts'
import type { Connection } from './connection.ts'
import type { Schema } from './schema.ts'

/** The marks as this transaction, or this moment, sees them. */
export const readMarks = (connection: Connection): SecretMarks | undefined => {
  const [row] = connection.all<[current: string | null, former: string | null]>(
    'SELECT secret_mark, former_mark FROM meta'
  )
  const [current = null, former = null] = row ?? []
  return current === null ? undefined : { current, former: former ?? undefined }
}

/** Writes both marks. */
export const writeMarks = async (queries: Kysely<Schema>, { current, former }: SecretMarks): Promise<void> => {
  await queries
    .updateTable('meta')
    .set({ secret_mark: current, former_mark: former ?? null })
    .execute()
}

/** Whether hashes may be made under a server secret of this mark. */
export const isKnownMark = (marks: SecretMarks | undefined, mark: string): boolean =>
  mark === marks?.current || mark === marks?.former

/** Refuses a hash that no process could find again. */
export const requireKnownMark = (connection: Connection, mark: string): void => {
  if (isKnownMark(readMarks(connection), mark)) return
  throw new Problem(
    'secret_wrong',
    'The server secret was rotated, and the one that this process has was dropped. Start the process again.'
  )
}
