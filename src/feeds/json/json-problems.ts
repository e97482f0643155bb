import type { Position } from '../../indicator/raw-indicator.ts'
import { Problem } from '../../problem/problem.ts'

/** JSON that breaks its own rules. `place` says where: `near byte 120, inside /data/3`. */
export const brokenJson = (place: Position, cause: Error): Problem =>
  new Problem(
    'input_broken',
    `The JSON breaks ${place}: ${cause.message}. What stands before it was read; repair the file or fetch it again.`,
    { cause }
  )

/** JSON that ends too early. */
export const truncatedJson = (place: Position): Problem =>
  new Problem(
    'input_truncated',
    `The JSON ends in the middle of a value, ${place}. What stands before it was read; fetch the file again.`
  )
