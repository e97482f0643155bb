import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import { restrictView } from './restrict-view.ts'
import type { Restriction } from './restriction.ts'

/** Something of which views are opened. */
export interface Viewed {
  view(): Promise<ReadView>
}

/** A store as somebody sees it; without a restriction the store itself. */
export const sightOf = (store: Pick<IndicatorStore, 'view'>, restriction: Restriction | undefined): Viewed =>
  restriction === undefined ? store : { view: async () => restrictView(await store.view(), restriction) }
