import { mixedValue } from './mixed-value.ts'
import { randomFrom } from './random.ts'

/** The values of a plain list; the same seed gives the same values. */
export function* mixedList(values: number, seed: number): Generator<string> {
  const random = randomFrom(seed)
  for (let index = 0; index < values; index++) yield mixedValue(random).value
}
