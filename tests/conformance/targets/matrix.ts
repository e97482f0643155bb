import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { RECIPES, type Recipe } from '../corpus/recipe-of.ts'
import type { Converted } from '../referees/referee.ts'
import type { Remark, Target } from './target.ts'

/** What became of the rules of one recipe on one target. */
export interface Cell {
  readonly converted: number
  readonly failed: number
  /** Messages of those that did not convert, without what differs from rule to rule; sorted. */
  readonly failures: readonly string[]
  readonly remarks: readonly Remark[]
}

/** One row of the matrix. */
export interface Row {
  readonly target: Target
  readonly cells: ReadonlyMap<Recipe, Cell>
}

/** A failure as it reads for every rule alike. */
export const failureText = (failure: string): string =>
  failure
    .replace(/\s+/g, ' ')
    .replace(/ in rule .*$/, '')
    .replace(/ (of|on) rule '.*$/, '')
    .trim()

const cellOf = (results: readonly Converted[], remarks: readonly Remark[]): Cell => {
  const failures = results.flatMap((result) => ('failure' in result ? [failureText(result.failure)] : []))
  return {
    converted: results.length - failures.length,
    failed: failures.length,
    failures: [...new Set(failures)].sort(),
    remarks
  }
}

/** What makes a row no proof: a recipe that was not tried, or a remark about queries that there are not. */
export const gapsOf = ({ target, cells }: Row): readonly string[] =>
  [...cells].flatMap(([recipe, { converted, failed, remarks }]) => {
    if (converted + failed === 0) return [`${target.name}: no rule of ${recipe} was tried`]
    return converted === 0 && remarks.length > 0 ? [`${target.name}: ${recipe} has a remark and does not convert`] : []
  })

/** The row of a target, from one result per rule. */
export const rowOf = (target: Target, rules: readonly CorpusRule[], results: readonly Converted[]): Row => {
  const cells = RECIPES.map((recipe) => {
    const ofRecipe = results.filter((_, index) => rules[index]?.recipe === recipe)
    return [recipe, cellOf(ofRecipe, target.remarks[recipe] ?? [])] as const
  })
  return { target, cells: new Map(cells) }
}
