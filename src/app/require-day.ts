import { DAY_READING } from '../api/bodies/readings.ts'
import type { Day } from '../indicator/time.ts'
import { readAs } from './read-as.ts'

/** Reads a day that a person gave under a name. Throws `invalid_parameter`. */
export const requireDay = (name: string, text: string): Day => readAs(DAY_READING, text, name)
