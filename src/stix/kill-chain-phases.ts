import { remember } from '../indicator/remember.ts'
import type { KillChainPhase } from './objects.ts'

const TACTIC = /^attack\.([a-z-]+)$/

/** The tactics among the tags of a rule, by the names that ATT&CK's own STIX objects give them. */
export const killChainPhasesOf = remember((tags: readonly string[]): readonly KillChainPhase[] =>
  tags.flatMap((tag) => {
    const phase = TACTIC.exec(tag)?.[1]
    return phase === undefined ? [] : [{ kill_chain_name: 'mitre-attack', phase_name: phase }]
  })
)
