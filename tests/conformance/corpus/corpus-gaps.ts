import type { Corpus } from './corpus.ts'
import type { CorpusRule } from './corpus-rule.ts'
import { RECIPES } from './recipe-of.ts'

/** The least that the run promises to look at. */
const LEAST_HOSTILE = 500
const LEAST_REAL = 5_000

const lacking = (rules: readonly CorpusRule[], what: string): readonly string[] =>
  RECIPES.filter((recipe) => !rules.some((rule) => rule.recipe === recipe)).map((recipe) => `no ${what} of ${recipe}`)

/** What the corpus lacks of what the run promises; nothing when it holds enough of everything. */
export const corpusGaps = ({ known, hostile, real }: Corpus): readonly string[] => [
  ...lacking(known, 'golden rule'),
  ...lacking(hostile, 'hostile value'),
  ...(hostile.length < LEAST_HOSTILE ? [`fewer than ${LEAST_HOSTILE} hostile values give a rule`] : []),
  ...(real.length < LEAST_REAL ? [`fewer than ${LEAST_REAL} rules of real feeds`] : [])
]
