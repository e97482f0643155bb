import { figure } from '../indicator/figure.ts'
import { MEASURES } from './limit.ts'
import { allowance, isInTheWay, type LimitUse, type RuleShape } from './shape.ts'

/** How far a use goes beyond what a plan takes of its limit: 2 is twice as much. */
const excess = ({ limit, value }: LimitUse): number => value / allowance(limit)

interface Obstacle {
  readonly shape: RuleShape
  readonly use: LimitUse
}

/** Beyond a limit of 0 everything is infinitely far, so there fewer are nearer. */
const byExcess = ({ use: a }: Obstacle, { use: b }: Obstacle): number => excess(a) - excess(b) || a.value - b.value

/** The limit that is most in the way of each shape that does not fit. */
const obstacles = (shapes: readonly RuleShape[]): Obstacle[] =>
  shapes.flatMap((shape) =>
    shape.uses
      .filter(isInTheWay)
      .map((use) => ({ shape, use }))
      .sort((a, b) => byExcess(b, a))
      .slice(0, 1)
  )

const obstacleText = ({ shape: { name, size }, use: { limit, value, isOverShare } }: Obstacle): string => {
  const subject = name === 'single' ? 'single rules, come' : `--group ${size}, comes`
  const bound = isOverShare ? 'over half of the limit' : 'over the limit'
  return `${subject} to ${figure(value)} (${MEASURES[limit.measure]}), ${bound} of ${figure(limit.number)}`
}

/** Which of the shapes that do not fit comes nearest, and what is in its way; without its full stop. */
export const nearestShape = (shapes: readonly RuleShape[]): string =>
  obstacles(shapes)
    .sort(byExcess)
    .slice(0, 1)
    .map((obstacle) => `the nearest of the sizes tried, ${obstacleText(obstacle)}`)
    .join('')
