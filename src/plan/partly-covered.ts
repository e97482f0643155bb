import type { BundleTarget } from '../bundle/bundle-target.ts'
import type { Kind } from '../indicator/kind.ts'
import { type KindFigures, ruleCount } from './figures.ts'
import type { Coverage, TargetProfile } from './target-profile.ts'

/** Indicators that a shape covers only partly, or not at all. */
export interface PartlyCovered {
  readonly kind: Kind
  readonly indicators: number
  readonly shape: 'rules' | 'bundle'
  readonly verdict: Coverage['verdict'] | 'left out'
  /** Without its full stop. */
  readonly note: string
}

/** What a target does not cover exactly, kind by kind. */
export const partlyCovered = (
  figures: readonly KindFigures[],
  { leavesOut }: BundleTarget,
  { rules, bundle }: TargetProfile
): readonly PartlyCovered[] =>
  figures.flatMap((figure): readonly PartlyCovered[] => {
    const { kind } = figure
    const of = { kind, indicators: ruleCount(figure) }
    const asRules = rules.coverage[kind]
    const asRows = bundle.coverage[kind]
    const reason = leavesOut[kind]
    return [
      ...(asRules === undefined ? [] : [{ ...of, shape: 'rules', ...asRules } as const]),
      ...(asRows === undefined ? [] : [{ ...of, shape: 'bundle', ...asRows } as const]),
      ...(reason === undefined ? [] : [{ ...of, shape: 'bundle', verdict: 'left out', note: reason } as const])
    ]
  })
