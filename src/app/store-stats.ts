import type { IndicatorStore, StoreStats } from '../store/indicator-store.ts'

/** What a store holds at this moment, in figures. */
export const storeStats = async (store: IndicatorStore): Promise<StoreStats> => {
  const view = await store.view()
  try {
    return await view.stats()
  } finally {
    await view.close()
  }
}
