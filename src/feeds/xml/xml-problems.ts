import { Problem } from '../../problem/problem.ts'

/** XML that breaks its own rules, or ours. `reason` begins with line and column: `12:5: unclosed tag`. */
export const brokenXml = (reason: string, cause?: Error): Problem =>
  new Problem(
    'input_broken',
    `The XML breaks at ${reason}. What stands before it was read; repair the file or fetch it again.`,
    cause === undefined ? {} : { cause }
  )

/** XML that ends before its root element does. */
export const truncatedXml = (line: number): Problem =>
  new Problem(
    'input_truncated',
    `The XML ends in line ${line} before its root element does. What stands before it was read; fetch the file again.`
  )
