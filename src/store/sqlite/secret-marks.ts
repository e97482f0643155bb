import type { Kysely } from 'kysely'
import { Problem } from '../../problem/problem.ts'
import type { SecretMarks } from '../key-store.ts'
import type { Schema } from './schema.ts'

/** The marks as this transaction, or this moment, sees them. */
export const readMarks = async (queries: Kysely<Schema>): Promise<SecretMarks | undefined> => {
  const { secret_mark, former_mark } = await queries
    .selectFrom('meta')
    .select(['secret_mark', 'former_mark'])
    .executeTakeFirstOrThrow()
  return secret_mark === null ? undefined : { current: secret_mark, former: former_mark ?? undefined }
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
export const requireKnownMark = async (queries: Kysely<Schema>, mark: string): Promise<void> => {
  if (isKnownMark(await readMarks(queries), mark)) return
  throw new Problem(
    'secret_wrong',
    'The server secret was rotated, and the one that this process has was dropped. Start the process again.'
  )
}
