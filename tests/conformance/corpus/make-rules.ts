import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Context } from '../../../src/indicator/context.ts'
import type { Indicator } from '../../../src/indicator/indicator.ts'
import type { Kind } from '../../../src/indicator/kind.ts'
import { isRejection } from '../../../src/indicator/rejection.ts'
import { goldenIndicator, type GoldenIndicator } from '../../golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../golden/rules/seed-style.ts'
import { openSource } from '../open-source.ts'
import { idOf, type CorpusRule } from './corpus-rule.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { HOSTILE_VALUES } from './hostile-values.ts'
import { recipeOfIndicator } from './recipe-of.ts'

/** A rule whose indicator is at hand. */
export interface MadeRule extends CorpusRule {
  readonly indicator: Indicator
}

/** What a source folder makes of the golden indicators and the hostile values. */
export interface MadeRules {
  /** The golden rules: every recipe in every form. */
  readonly known: readonly MadeRule[]
  /** Rules of hostile values, and of names and links that hold hostile texts. */
  readonly hostile: readonly MadeRule[]
}

const GOLDEN = resolve(import.meta.dirname, '../../golden/rules')
const ENDING = '.indicator.json'
const LONGEST_FEED_NAME = 64

const goldenIndicators = (): readonly (readonly [name: string, golden: GoldenIndicator])[] =>
  readdirSync(GOLDEN)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => {
      const golden = JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')) as GoldenIndicator
      return [file.slice(0, -ENDING.length), golden]
    })

/** Has the golden and the hostile rules made by a source folder. */
export const makeRules = async (source: string): Promise<MadeRules> => {
  const { cleanText, makeContext, noRuleReason, normalise, ruleText } = await openSource(source)

  const made = (name: string, golden: GoldenIndicator): MadeRule => {
    const indicator = { ...goldenIndicator(golden), context: makeContext(golden.context ?? {}) }
    return { name, recipe: recipeOfIndicator(golden), text: ruleText(indicator, SEED_STYLE), indicator }
  }

  /** Rules of what the product takes: none for a value that it refuses or that gives no rule. */
  const ofRaw = (kind: Kind, raw: string, context: Partial<Context> = {}, feed = 'Feed'): readonly MadeRule[] => {
    const read = normalise(kind, raw)
    if (isRejection(read) || noRuleReason(read.kind, read.value) !== undefined) return []
    return [made(`${kind} ${raw}`, { ...read, context, feeds: [cleanText(feed, LONGEST_FEED_NAME)] })]
  }

  /** An address, every name and link of which is the text. */
  const named = (text: string, index: number): readonly MadeRule[] => {
    const context: Partial<Context> = {
      role: index % 2 === 0 ? 'unknown' : 'source',
      threatTypes: [text],
      malwareFamilies: [text],
      actors: [text],
      tags: [text],
      links: [`https://example.com/${text}`, text]
    }
    return ofRaw('ipv4', `198.18.${Math.floor(index / 256)}.${index % 256}`, context, text)
  }

  const hostile = [...HOSTILE_VALUES.flatMap(([kind, raw]) => ofRaw(kind, raw)), ...HOSTILE_TEXTS.flatMap(named)]
  return {
    known: goldenIndicators().map(([name, golden]) => made(name, golden)),
    hostile: [...new Map(hostile.map((rule) => [idOf(rule), rule])).values()]
  }
}
