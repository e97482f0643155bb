import { groupOf, type RuleGroup } from '../../detect/group/rule-group.ts'
import { figure } from '../../indicator/figure.ts'
import { digitsOf } from '../../indicator/id-digits.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { ChangeRange, ReadView } from '../../store/indicator-store.ts'
import { cursorExpired } from '../changes/change-cursor.ts'
import { changesAfter, versionsAfter } from '../changes/changes-after.ts'
import type { TouchedMember } from './chunk-diff.ts'
import { type GroupLife, lifeFrom, lived } from './group-life.ts'
import type { GroupSelection } from './group-selection.ts'

/** A group with what changed in it. */
export interface TouchedGroup {
  readonly group: RuleGroup
  readonly touched: readonly TouchedMember[]
}

/** Indicators that may change between two visits of a client; beyond that, starting over is cheaper. */
export const MOST_TOUCHED = 200_000

/**
 * What changed in groups since a position. Throws `cursor_expired` where that is no longer known, or where more than
 * `most` indicators changed. Gives way to others while it reads.
 */
export const touchedGroups = async (
  view: ReadView,
  selection: GroupSelection,
  since: Instant,
  most = MOST_TOUCHED
): Promise<readonly TouchedGroup[]> => {
  const { kinds } = selection
  const { versionsFrom } = await view.history()
  if (since < versionsFrom) throw cursorExpired('versions of that time are no longer kept')
  // Far cheaper than to read them.
  if ((await view.count(livingSince(kinds, since), most + 1)) > most) throw tooMuch(most)
  const unknown = lifeFrom(since)
  const lives = new Map<string, GroupLife>()
  for await (const { indicator, superseded } of versionsAfter(view, kinds, since)) {
    const { id, changed } = indicator
    lives.set(id, lived(lives.get(id) ?? unknown, groupIn(selection, indicator), changed, superseded))
    if (lives.size > most) throw tooMuch(most)
  }
  const byKey = new Map<string, { readonly group: RuleGroup; readonly touched: TouchedMember[] }>()
  let count = 0
  for await (const { indicator, isRemoved } of changesAfter(view, kinds, since)) {
    if (++count > most) throw tooMuch(most)
    const { id, changed: at } = indicator
    const now = isRemoved ? undefined : groupIn(selection, indicator)
    const { groups, isSteady } = lived(lives.get(id) ?? unknown, now, at, at)
    for (const group of groups) {
      const touched = byKey.get(group.key)?.touched ?? []
      if (touched.length === 0) byKey.set(group.key, { group, touched })
      touched.push({ digits: digitsOf(id), at, standing: standingOf(group, now, isSteady) })
    }
  }
  return [...byKey.values()]
}

const livingSince = (kinds: readonly Kind[], since: Instant): ChangeRange => ({
  filter: { kinds, confidences: undefined, industries: undefined, lastSeenFrom: undefined },
  order: 'oldest-first',
  after: since,
  orLastSeenAfter: undefined,
  asOf: undefined
})

/** The group in which a live indicator is a member of a chunk; `undefined` where it is none. */
const groupIn = ({ confidences, industries }: GroupSelection, indicator: Indicator): RuleGroup | undefined => {
  const isSelected =
    indicator.noRule === undefined &&
    confidences.includes(indicator.confidence) &&
    (industries === undefined || industries.some((sector) => indicator.context.industries.includes(sector)))
  return isSelected ? groupOf(indicator) : undefined
}

const standingOf = (group: RuleGroup, now: RuleGroup | undefined, isSteady: boolean): TouchedMember['standing'] => {
  if (group.key !== now?.key) return 'gone'
  return isSteady ? 'stayed' : 'came'
}

const tooMuch = (most: number): Error =>
  cursorExpired(`more than ${figure(most)} indicators changed since, so that starting over is cheaper`)
