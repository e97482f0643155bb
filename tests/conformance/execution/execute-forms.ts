import type { Converted, Referee } from '../referees/referee.ts'
import { convertWritten } from './convert-written.ts'
import type { Engine } from './engine.ts'
import { openEventTable, type EventTable } from './event-table.ts'
import { FORMS } from './forms.ts'
import { isHit, type FormSet, type LogForm, type Subject } from './log-form.ts'
import { named, rulesOfForms, type RuleOfForm } from './rules-of-forms.ts'
import type { RulesOf } from './rules-of-source.ts'

interface Placed {
  readonly set: FormSet
  readonly subject: Subject
  readonly form: LogForm
}

/** What the rule of an indicator did with one of its log forms. */
export interface Outcome extends Placed {
  readonly engine: string
  readonly found: 'hit' | 'miss'
}

/** What one engine did with all forms that it reads. */
export interface Execution {
  readonly engine: Engine
  readonly rules: number
  /** What each rule did with the forms of its own indicator. */
  readonly outcomes: readonly Outcome[]
  /** Each rule was asked about each event of its log source. */
  readonly pairs: number
  /** Hits on the forms of another indicator that are not declared. */
  readonly strayHits: number
  /** What is not as declared, one sentence each. */
  readonly differences: readonly string[]
}

type ConvertedRule = RuleOfForm & { readonly converted: Converted }

const placedFor = (sets: readonly FormSet[]): readonly Placed[] =>
  sets.flatMap((set) => set.subjects.flatMap((subject) => subject.forms.map((form) => ({ set, subject, form }))))

const isExpected = ({ subject, form }: Placed, rule: Subject): boolean =>
  subject === rule ? isHit(form.verdict) : form.also.includes(rule.value)

const oneOf = (isFound: boolean): 'hit' | 'miss' => (isFound ? 'hit' : 'miss')

const executeRule = (
  engine: Engine,
  { subject: rule, converted }: ConvertedRule,
  table: EventTable,
  places: readonly Placed[]
): Pick<Execution, 'outcomes' | 'strayHits' | 'differences'> => {
  const { events, failure } = table.find(converted)
  const seen = places.map((place, event) => ({ place, isFound: events.has(event) }))
  const wrong = seen.filter(({ place, isFound }) => isFound !== isExpected(place, rule))
  const told = wrong.map(
    ({ place: { form }, isFound }) =>
      `${engine.name}, rule of ${named(rule)}, "${form.form}" (${form.seen}): declared ${oneOf(!isFound)}, found ${oneOf(isFound)}`
  )
  return {
    outcomes: seen
      .filter(({ place }) => place.subject === rule)
      .map(({ place, isFound }) => ({ ...place, engine: engine.name, found: oneOf(isFound) })),
    strayHits: wrong.filter(({ place, isFound }) => isFound && place.subject !== rule).length,
    differences: [
      ...(failure === undefined ? [] : [`${engine.name}, rule of ${named(rule)}: ${failure}`]),
      ...(engine.outcomes === 'declared' ? told : [])
    ]
  }
}

/** Runs the rules of all declared indicators over all declared events of their log sources. */
export const executeForms = async (engine: Engine, rulesOf: RulesOf, referee: Referee): Promise<Execution> => {
  const sets = FORMS.filter(engine.reads)
  const { rules, differences } = rulesOfForms(sets, rulesOf)
  const converted = await convertWritten(referee, rules, engine.route)
  const parts = [...new Set(sets.map(({ logSource }) => logSource))].map((logSource) => {
    const places = placedFor(sets.filter((set) => set.logSource === logSource))
    const table = openEventTable(
      places.map(({ form }) => engine.rowOf(form)),
      engine.shape
    )
    const own = converted.filter(({ set }) => set.logSource === logSource)
    const done = own.map((rule) => executeRule(engine, rule, table, places))
    table.close()
    return { done, pairs: own.length * places.length }
  })
  const done = parts.flatMap((part) => part.done)
  return {
    engine,
    rules: rules.length,
    outcomes: done.flatMap((part) => part.outcomes),
    pairs: parts.reduce((sum, { pairs }) => sum + pairs, 0),
    strayHits: done.reduce((sum, { strayHits }) => sum + strayHits, 0),
    differences: [...differences, ...done.flatMap((part) => part.differences)]
  }
}
