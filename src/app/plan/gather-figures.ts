import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { chunkSize } from '../../detect/group/chunk-size.ts'
import { groupOf, type RuleGroup } from '../../detect/group/rule-group.ts'
import type { Confidence } from '../../indicator/confidence.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import { type ChunkFigures, type KindFigures, PLAN_SIZES, type PlanSize } from '../../plan/figures.ts'
import { patternSize, type PatternSize } from '../../plan/pattern-size.ts'
import { largerQuery, NO_QUERY, type QuerySize, querySize } from '../../plan/query-length.ts'
import type { TargetProfile } from '../../plan/target-profile.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { type GroupSelection, rangesOf } from '../groups/group-selection.ts'
import { type PerGroup, perGroup } from '../groups/per-group.ts'
import { walkById } from '../groups/walk-by-id.ts'
import { type ChunkTally, createChunkTally } from './chunk-tally.ts'

type Sizes<Figure> = Record<PlanSize, Figure>

const forSizes = <Figure>(make: (size: PlanSize) => Figure): Sizes<Figure> => ({
  auto: make('auto'),
  10: make(10),
  50: make(50),
  100: make(100),
  500: make(500),
  1000: make(1000)
})

/** The figures of one kind, while its indicators go by in the order of their ids, one confidence after the other. */
class Gathering {
  readonly #kind: Kind
  readonly #profile: TargetProfile
  readonly #hasRows: boolean
  readonly #rules: Record<Confidence, number> = { low: 0, medium: 0, high: 0 }
  readonly #chunks: Sizes<ChunkFigures> = forSizes(() => ({ chunks: 0, query: NO_QUERY }))
  readonly #rows = new Map<string, number>()
  #query: QuerySize = NO_QUERY
  #tallies = this.#tallyGroups()
  #withheld = 0

  constructor(kind: Kind, profile: TargetProfile, { leavesOut }: BundleTarget) {
    this.#kind = kind
    this.#profile = profile
    this.#hasRows = leavesOut[kind] === undefined
  }

  #querySize(patterns: PatternSize): QuerySize {
    return querySize(this.#profile.rules.lengths[this.#kind], patterns)
  }

  #takeChunk(size: PlanSize, patterns: PatternSize): void {
    const { chunks, query } = this.#chunks[size]
    this.#chunks[size] = { chunks: chunks + 1, query: largerQuery(query, this.#querySize(patterns)) }
  }

  #tallyGroups(): PerGroup<Sizes<ChunkTally>> {
    return perGroup(({ kind }) =>
      forSizes((size) =>
        createChunkTally(chunkSize(size, kind), (patterns) => {
          this.#takeChunk(size, patterns)
        })
      )
    )
  }

  #addRows(indicator: Indicator, group: RuleGroup): void {
    const { tableOf, rowsOf } = this.#profile.bundle
    const table = tableOf(group)
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + rowsOf(indicator))
  }

  add(indicator: Indicator): void {
    if (indicator.noRule !== undefined) {
      this.#withheld++
      return
    }
    this.#rules[indicator.confidence]++
    const group = groupOf(indicator)
    const patterns = patternSize(group.recipe.select(indicator.value))
    this.#query = largerQuery(this.#query, this.#querySize(patterns))
    const tallies = this.#tallies.of(group)
    for (const size of PLAN_SIZES) tallies[size].add(indicator.id, patterns)
    if (this.#hasRows) this.#addRows(indicator, group)
  }

  /** The indicators of a confidence are over. */
  endConfidence(): void {
    for (const tallies of this.#tallies.all()) for (const size of PLAN_SIZES) tallies[size].end()
    this.#tallies = this.#tallyGroups()
  }

  figures(): KindFigures {
    return {
      kind: this.#kind,
      rules: this.#rules,
      withheld: this.#withheld,
      query: this.#query,
      chunks: this.#chunks,
      rows: this.#rows
    }
  }
}

/** Counts a selection for a target by one walk through it, in little memory. `selection.size` is not looked at. */
export const gatherFigures = async (
  view: ReadView,
  selection: GroupSelection,
  profile: TargetProfile,
  target: BundleTarget
): Promise<readonly KindFigures[]> => {
  const figures: KindFigures[] = []
  for (const kind of KINDS) {
    const gathering = new Gathering(kind, profile, target)
    for (const range of rangesOf(selection).filter((of) => of.kind === kind)) {
      for await (const page of walkById(view, range)) for (const indicator of page) gathering.add(indicator)
      gathering.endConfidence()
    }
    figures.push(gathering.figures())
  }
  return figures
}
