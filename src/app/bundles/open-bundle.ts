import type { Bundle } from '../../bundle/bundle.ts'
import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { type CountByKind, totalOf } from '../../indicator/count-by-kind.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import { uuidV5 } from '../../indicator/uuid-v5.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { ruleStyle } from '../rule-style.ts'
import { bundleEntries, bundleRemovals } from './bundle-rows.ts'
import { bundleShape, type BundleWriter } from './bundle-shape.ts'
import type { BundleSelection } from './bundle-selection.ts'
import { countBundle } from './count-bundle.ts'
import { filtersText } from './filters-text.ts'
import { requireDelta } from './require-delta.ts'

/** Indicators of a kind that the target cannot look up. */
export interface LeftOut {
  readonly kind: Kind
  readonly count: number
  /** Why they stay out, a sentence without its full stop. */
  readonly reason: string
}

/** A bundle in a view of one moment, with what it comes to. */
export interface OpenBundle {
  readonly bundle: Bundle
  /** See {@link bundleShape}. */
  readonly shape: string
  /** See {@link filtersText}. */
  readonly filters: string
  readonly rows: CountByKind
  readonly removals: CountByKind
  readonly leftOut: readonly LeftOut[]
  readonly withheld: number
  /** Whether there is neither a row nor a removal in it. */
  readonly isEmpty: boolean
}

const isCarried = (target: BundleTarget, kind: Kind): boolean => target.leavesOut[kind] === undefined

const leftOutOf = (target: BundleTarget, counts: CountByKind): readonly LeftOut[] =>
  KINDS.flatMap((kind) => {
    const reason = target.leavesOut[kind]
    const count = counts[kind] ?? 0
    return reason === undefined || count === 0 ? [] : [{ kind, count, reason }]
  })

/** The id of what decides which rows a bundle holds. */
const loadId = ({ state }: ReadView, shape: string, filters: string, selection: BundleSelection): string => {
  const { start, lastSeenFrom, day } = selection
  return uuidV5(JSON.stringify(['sigmill:load', shape, state.position, start?.position, filters, lastSeenFrom, day]))
}

/** What a target writes of a selection. Throws `cursor_expired` where the store no longer knows what a delta needs. */
export const openBundle = async (
  view: ReadView,
  target: BundleTarget,
  selection: BundleSelection,
  writer: BundleWriter
): Promise<OpenBundle> => {
  const shape = bundleShape(writer, target)
  await requireDelta(view, selection.start, shape)
  const style = ruleStyle(writer.settings)
  const { publicUrl } = writer.settings
  const filters = filtersText(selection.filters, selection.restriction)
  const carried = KINDS.filter((kind) => isCarried(target, kind))
  const others = KINDS.filter((kind) => !isCarried(target, kind))
  const { rows, removals, withheld } = await countBundle(view, selection, carried)
  return {
    bundle: {
      position: view.state.position,
      since: selection.start?.position,
      load: loadId(view, shape, filters, selection),
      publisher: style.publisher,
      whyUrl: publicUrl === undefined ? undefined : (id) => `${publicUrl}/api/v1/iocs/sigma/${id}/why`,
      entries: (kinds) => bundleEntries(view, selection, kinds, style),
      live: (kinds) => bundleEntries(view, { ...selection, start: undefined }, kinds, style),
      removals: (kinds) => bundleRemovals(view, selection, kinds, style)
    },
    shape,
    filters,
    rows,
    removals,
    leftOut: leftOutOf(target, (await countBundle(view, selection, others)).rows),
    withheld,
    isEmpty: totalOf(rows) + totalOf(removals) === 0
  }
}
