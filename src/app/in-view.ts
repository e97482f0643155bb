import type { ReadView } from '../store/indicator-store.ts'

/** Reads in a view of one moment, which is closed whatever happens. */
export const inView = async <View extends ReadView, T>(
  store: { view(): Promise<View> },
  read: (view: View) => Promise<T>
): Promise<T> => {
  const view = await store.view()
  try {
    return await read(view)
  } finally {
    await view.close()
  }
}
