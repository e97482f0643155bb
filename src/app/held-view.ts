import type { ReadView } from '../store/indicator-store.ts'
import type { Places } from './places.ts'
import type { Viewed } from './sight/sight-of.ts'

/** Something that is read from a view until it is closed, which is to be done in any case. */
export interface Held {
  close(): Promise<void>
}

/** Answers in a place and a view of one moment, which both stay taken until the answer is closed. */
export const inHeldView = async <Answer extends object>(
  store: Viewed,
  places: Places,
  answer: (view: ReadView) => Promise<Answer>
): Promise<Answer & Held> => {
  const leave = places.take()
  let view: ReadView | undefined
  const close = async (): Promise<void> => {
    leave()
    const left = view
    view = undefined
    await left?.close()
  }
  try {
    view = await store.view()
    return { ...(await answer(view)), close }
  } catch (error) {
    await close()
    throw error
  }
}
