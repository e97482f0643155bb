import type { Context } from '../../indicator/context.ts'
import { contextKey } from '../../indicator/make-context.ts'
import { readContext, writeContext } from './context-text.ts'
import { Interned } from './interned.ts'

/** What rows of a store share: contexts and sets of feed names. */
export interface SharedObjects {
  readonly contexts: Interned<Context>
  readonly feedSets: Interned<readonly string[]>
}

/** Fresh memory for the shared objects of one store. */
export const createSharedObjects = (): SharedObjects => ({
  contexts: new Interned<Context>({ table: 'contexts', key: contextKey, write: writeContext, read: readContext }),
  feedSets: new Interned<readonly string[]>({
    table: 'feed_sets',
    key: JSON.stringify,
    write: JSON.stringify,
    read: (text) => JSON.parse(text) as readonly string[]
  })
})
