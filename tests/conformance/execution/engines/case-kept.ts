import type { Engine } from '../engine.ts'
import { sigma } from './sigma-engine.ts'

/** Targets that tell upper from lower case although Sigma does not: Lucene over keyword fields, ES|QL. */
export const caseKept: Engine = {
  ...sigma,
  name: 'Case kept',
  about: 'the same queries where upper and lower case differ, as in Lucene over keyword fields and in ES|QL. Measured.',
  shape: { ...sigma.shape, caseSensitive: true },
  outcomes: 'measured'
}
