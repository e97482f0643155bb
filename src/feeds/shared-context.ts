import type { Context } from '../indicator/context.ts'
import { present } from './present.ts'

/** What a record says besides its values, with what it does not say left `undefined`. */
export type SaidContext = { readonly [K in keyof Context]?: Context[K] | undefined }

/** Gives one object for contexts that say the same, and `undefined` for one that says nothing. */
export type ShareContext = (said: SaidContext) => Partial<Context> | undefined

/** The same where a text tells what is said before it is taken apart: equal keys must mean equal contexts. */
export type RememberContext = (key: string, say: () => SaidContext) => Partial<Context> | undefined

const MOST_KEPT = 1_000

/** Makes a memory of contexts, one per input: those who take the items find equal contexts by identity. */
export const createRememberContext = (): RememberContext => {
  const kept = new Map<string, Partial<Context> | undefined>()
  return (key, say) => {
    if (kept.has(key)) return kept.get(key)
    if (kept.size >= MOST_KEPT) kept.clear()
    const context: Partial<Context> = present(say())
    const said = Object.keys(context).length === 0 ? undefined : context
    kept.set(key, said)
    return said
  }
}

/** Makes a memory of contexts that come taken apart. */
export const createShareContext = (): ShareContext => {
  const remember = createRememberContext()
  return (said) => remember(JSON.stringify(said), () => said)
}
