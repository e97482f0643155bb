import type { Recipe } from './recipe-of.ts'

/** A rule that the referees see. */
export interface CorpusRule {
  /** What to call it in a report: a golden file, a hostile value, an id. */
  readonly name: string
  readonly recipe: Recipe
  /** Its YAML document, without separator. */
  readonly text: string
}

/** Its id. */
export const idOf = ({ text }: Pick<CorpusRule, 'text'>): string => /^id: (.+)$/m.exec(text)?.[1] ?? ''
