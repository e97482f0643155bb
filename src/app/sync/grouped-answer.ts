import type { ServerAnswer } from '../../platform/server/ask-server.ts'
import { Problem } from '../../problem/problem.ts'
import { LONGEST_DOCUMENT } from '../../sigma/check/rule-check.ts'
import type { SyncRequest } from './sync-request.ts'

/** Bytes of a rule for as many indicators as a group may have, nearly all of them with long values. */
const LONGEST_GROUPED_RULE = 64 * 2 ** 20

/** Bytes that the document of a rule may have. */
export const longestRule = ({ group }: SyncRequest): number =>
  group === undefined ? LONGEST_DOCUMENT : LONGEST_GROUPED_RULE

/** Refuses the rules of a server that passed over the wish for grouped ones: they would be others than was asked for. */
export const requireGrouped = (answer: ServerAnswer, { group }: SyncRequest, place: string): void => {
  if (group === undefined || answer.header('x-rule-group') === String(group)) return
  throw new Problem(
    'server_refused',
    `${place} gives no grouped rules. Leave --group out, or update the server to a sigmill that has them.`
  )
}
