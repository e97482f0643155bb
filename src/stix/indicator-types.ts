import type { Context } from '../indicator/context.ts'
import { type PolicyThreat, policyThreatsOf } from '../indicator/policy-threat.ts'
import { remember } from '../indicator/remember.ts'

/** What a policy list says of an indicator, by the words of `indicator-type-ov`. */
const OF_POLICY: Readonly<Record<PolicyThreat, string>> = {
  tor: 'anonymization',
  vpn: 'anonymization',
  proxy: 'anonymization',
  doh: 'anomalous-activity',
  scanner: 'anomalous-activity',
  'file-sharing': 'anomalous-activity'
}

const isCompromised = (threatType: string): boolean => threatType.toLowerCase().includes('compromised')

const MALICIOUS = 'malicious-activity'

/**
 * The types of an indicator, in the open vocabulary of section 10.8: what is only a matter of policy is never called
 * malicious. Unique.
 */
export const indicatorTypesOf = remember((context: Context): readonly string[] => {
  const policies = policyThreatsOf(context)
  if (policies.length > 0) return [...new Set(policies.map((threat) => OF_POLICY[threat]))]
  return context.threatTypes.some(isCompromised) ? [MALICIOUS, 'compromised'] : [MALICIOUS]
})
