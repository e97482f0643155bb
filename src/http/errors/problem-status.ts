import { errorNamed, isErrorCode } from '../../api/errors.ts'
import type { ProblemCode } from '../../problem/problem.ts'

/** Trouble of the store or the machine, for which the server cannot serve for a while. */
const TROUBLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'store_url',
  'store_missing',
  'store_damaged',
  'store_newer',
  'store_busy',
  'store_serving',
  'audit_broken',
  'store_clock',
  'secret_missing',
  'secret_wrong',
  'secret_rotating',
  'disk_full',
  'disk_denied'
])

/** The HTTP status of a problem. What is no answer to a request is a fault of the program when it surfaces here. */
export const problemStatus = (code: ProblemCode): number => {
  if (isErrorCode(code)) return errorNamed(code).statuses[0]
  return TROUBLE.has(code) ? 503 : 500
}
