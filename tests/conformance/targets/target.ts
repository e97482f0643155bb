import { RECIPES, type Recipe } from '../corpus/recipe-of.ts'
import type { Generation } from '../referees/generation.ts'
import type { Route } from '../referees/referee.ts'

/**
 * How a query that converts differs from its rule: it also matches other events, it misses some that hold what the rule
 * looks for, it asks other events altogether, or it can match none.
 */
export interface Remark {
  readonly kind: 'superset' | 'misses' | 'other' | 'never'
  readonly because: string
}

/** Remarks by recipe; a recipe without one matches exactly what its rule says. */
export type Remarks = Partial<Readonly<Record<Recipe, readonly Remark[]>>>

/** A way of the rules into a SIEM: one row of the matrix. */
export interface Target extends Route {
  /** Names its golden file: `splunk-windows-legacy`. */
  readonly name: string
  /** What people call it. */
  readonly title: string
  readonly generation: Generation
  /** What does not match exactly what the rule says. Whether a recipe converts at all is measured, not declared. */
  readonly remarks: Remarks
}

/** A target before its generation is chosen. */
export type Way = Omit<Target, 'generation'>

/** The same remark for several recipes. */
export const remark = (kind: Remark['kind'], because: string, ...recipes: readonly Recipe[]): Remarks =>
  Object.fromEntries(recipes.map((recipe) => [recipe, [{ kind, because }]]))

/** Several remarks together, also about one recipe. */
export const remarks = (...all: readonly Remarks[]): Remarks => {
  const joined: Partial<Record<Recipe, readonly Remark[]>> = {}
  for (const some of all)
    for (const recipe of RECIPES) {
      const more = some[recipe]
      if (more !== undefined) joined[recipe] = [...(joined[recipe] ?? []), ...more]
    }
  return joined
}

/** A pipeline that ships with the product, for the list of pipelines of a target. */
export const shipped = (name: string): string => `pipelines/${name}.yml`

/** Whether a pipeline of a target ships with the product. */
export const isShipped = (pipeline: string): boolean => pipeline.startsWith('pipelines/')

/** A way that users of the current tools have. */
export const current = (way: Way): Target => ({ ...way, generation: 'current' })

/** A way that users of the legacy tools have. */
export const legacy = (way: Way): Target => ({ ...way, name: `${way.name}-legacy`, generation: 'legacy' })

/** A way that both have. */
export const inBoth = (way: Way): readonly Target[] => [current(way), legacy(way)]
