import type { planSelection } from '../app/plan/plan-selection.ts'
import { formatCount, textTable } from './text-table.ts'

type Plan = Awaited<ReturnType<typeof planSelection>>
type Shape = Plan['shapes'][number]
type LimitUse = Shape['uses'][number]

const nameOf = ({ name, size }: Shape): string => {
  if (name === 'single') return 'single rules'
  return name === 'bundle' ? 'bundle' : `rules --group ${size}`
}

const countText = (count: number | undefined): string => (count === undefined ? '-' : formatCount(Math.round(count)))

/** `1,204/512`, with a mark where it is more than the limit, or than the half of it that a plan takes. */
const useText = ({ value, limit, isMet, isOverShare }: LimitUse): string => {
  const mark = isMet ? (isOverShare ? ' over half' : '') : limit.effect === 'slows' ? ' slow' : ' BREAKS'
  return `${formatCount(value)}/${formatCount(limit.number)}${mark}`
}

const meanText = (mean: number | undefined): string => (mean === undefined ? '-' : formatCount(Math.round(mean)))

const shapeRow = (shape: Shape, { profile }: Plan): readonly string[] => [
  nameOf(shape),
  shape.rules === 0 ? '-' : formatCount(shape.rules),
  meanText(shape.perRule),
  shape.rows === 0 ? '-' : formatCount(shape.rows),
  formatCount(shape.searches),
  countText(shape.runsPerHour),
  ...profile.limits.map((limit) => {
    const use = shape.uses.find((known) => known.limit === limit)
    return use === undefined ? '-' : useText(use)
  })
]

const HEADS = ['shape', 'rules', 'per rule', 'rows', 'searches', 'runs/hour']

const shapesText = (plan: Plan): readonly string[] =>
  textTable([
    [...HEADS, ...plan.profile.limits.map(({ name }) => name)],
    ...plan.shapes.map((shape) => shapeRow(shape, plan))
  ])

const limitsText = ({ profile }: Plan): readonly string[] =>
  profile.limits.flatMap(({ name, says, source, address, noted }) => [
    `${name}: ${says}.`,
    `  ${source}, ${address} (${noted})`
  ])

const coveredText = ({ partlyCovered }: Plan): readonly string[] =>
  partlyCovered.length === 0
    ? []
    : [
        '',
        'Not covered exactly:',
        ...textTable(
          partlyCovered.map(({ kind, indicators, shape, verdict, note }) => [
            `  ${kind}`,
            formatCount(indicators),
            shape,
            verdict,
            note
          ])
        )
      ]

const loadText = ({ shapes }: Plan): readonly string[] =>
  shapes
    .filter(({ requests }) => requests > 0)
    .map(({ requests, loadMinutes }) => {
      const time =
        loadMinutes === undefined
          ? ''
          : `, at least ${formatCount(loadMinutes)} ${loadMinutes === 1 ? 'minute' : 'minutes'}`
      return `The bundle loads in ${formatCount(requests)} ${requests === 1 ? 'request' : 'requests'}${time}.`
    })

const withheldOf = (figures: Plan['figures']): number => figures.reduce((sum, { withheld }) => sum + withheld, 0)

const byHandText = ({ shapes, target }: Plan): readonly string[] =>
  shapes
    .filter(({ name, byHand }) => name === 'bundle' && byHand > 0)
    .map(
      ({ byHand }) =>
        `${target.product} has no interface that creates rules: ${byHand} of the bundle are made by hand, once.`
    )

const headText = ({ target, figures }: Plan): readonly string[] => {
  const of = figures
    .map(({ kind, rules }) => [kind, rules.low + rules.medium + rules.high] as const)
    .filter(([, count]) => count > 0)
  const total = of.reduce((sum, [, count]) => sum + count, 0)
  const withheld = withheldOf(figures)
  return [
    `${formatCount(total)} indicators for ${target.product}: ${of.map(([kind, count]) => `${kind} ${formatCount(count)}`).join(', ')}`,
    ...(withheld === 0 ? [] : [`${formatCount(withheld)} more give no rule; sigmill stats tells why.`])
  ]
}

const scheduleText = ({ profile, assumedSeconds }: Plan): readonly string[] =>
  profile.schedule === undefined
    ? []
    : [`Rules are taken to run every ${profile.schedule.everyMinutes} minutes, for ${assumedSeconds} seconds each.`]

const emptyText = ({ figures }: Plan): readonly string[] => {
  const withheld = withheldOf(figures)
  return withheld === 0
    ? ['Nothing to plan: no indicator is selected. Widen the filters, or import a feed.']
    : [`Nothing to plan: ${formatCount(withheld)} selected, and none gives a rule; sigmill stats tells why.`]
}

/** A plan for people. */
export const planText = (plan: Plan): readonly string[] => {
  if (plan.shapes.length === 0) return emptyText(plan)
  return [
    ...headText(plan),
    '',
    ...shapesText(plan),
    '',
    ...limitsText(plan),
    ...scheduleText(plan),
    ...loadText(plan),
    ...byHandText(plan),
    ...coveredText(plan),
    '',
    'Recommended:',
    ...plan.recommended.flatMap(({ command, why }) => [`  ${command}`, `    ${why}`])
  ]
}
