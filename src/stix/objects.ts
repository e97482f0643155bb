/** A step of an attack: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_i4tjv75ce50h */
export interface KillChainPhase {
  readonly kill_chain_name: string
  readonly phase_name: string
}

/** Where more is said: an address, or an id that `source_name` gives. */
export interface ExternalReference {
  readonly source_name: string
  readonly url?: string
  readonly external_id?: string
}

/** What every object has that is made of an indicator. */
interface StixObjectBase<Type extends string> {
  readonly type: Type
  readonly spec_version: '2.1'
  /** Type and rule id: `indicator--143664e6-70c5-5a68-b4a6-68e639d6e1ed`. */
  readonly id: `${Type}--${string}`
  readonly created_by_ref: `identity--${string}`
  /** When the indicator was first accepted, to the microsecond. */
  readonly created: string
  /** When it last changed, to the microsecond. */
  readonly modified: string
  /** From 0 to 100: appendix A, scale None/Low/Med/High. */
  readonly confidence: number
  readonly labels?: readonly string[]
  readonly external_references: readonly ExternalReference[]
  readonly object_marking_refs?: readonly string[]
  readonly name: string
  readonly description: string
}

/** What to look for, and what a match means. */
export interface StixIndicator extends StixObjectBase<'indicator'> {
  readonly indicator_types: readonly string[]
  readonly pattern: string
  readonly pattern_type: 'stix'
  readonly pattern_version: '2.1'
  readonly valid_from: string
  readonly valid_until?: string
  readonly kill_chain_phases: readonly KillChainPhase[]
}

/** A CVE. */
export type StixVulnerability = StixObjectBase<'vulnerability'>

/** An ATT&CK technique. */
export interface StixAttackPattern extends StixObjectBase<'attack-pattern'> {
  readonly kill_chain_phases?: readonly KillChainPhase[]
}

/** Who publishes the other objects. */
export interface StixIdentity {
  readonly type: 'identity'
  readonly spec_version: '2.1'
  readonly id: `identity--${string}`
  readonly created: string
  readonly modified: string
  readonly name: string
  readonly identity_class: 'organization'
  readonly contact_information: string
}

/** A level of the Traffic Light Protocol. */
export interface StixMarking {
  readonly type: 'marking-definition'
  readonly spec_version: '2.1'
  readonly id: `marking-definition--${string}`
  readonly created: string
  readonly name: string
  readonly extensions: Readonly<Record<string, { readonly extension_type: string; readonly tlp_2_0: string }>>
}

/** What an indicator becomes. */
export type StixObject = StixIndicator | StixVulnerability | StixAttackPattern
