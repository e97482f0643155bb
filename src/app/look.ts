import type { IndicatorStore, StoreState } from '../store/indicator-store.ts'

/** A look at the state of a store. */
export type Look = () => Promise<StoreState>

/** A look that is taken when it is first wanted, and not again: what rests on it rests on one state. */
export const lookOnce = (store: Pick<IndicatorStore, 'state'>): Look => {
  let seen: Promise<StoreState> | undefined
  return () => (seen ??= store.state())
}
