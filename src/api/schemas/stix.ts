import { z } from 'zod'
import { RULE_ID, TEXTS } from '../values.ts'

// STIX 2.1: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html

/** The media type of an object and of a bundle. */
export const STIX_TYPE = 'application/stix+json;version=2.1'

const TIMESTAMP = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3}(?:\d{3})?)?Z$/)
  .meta({ format: 'date-time' })

const idOf = <const Type extends string>(type: Type) => z.templateLiteral([`${type}--`, RULE_ID])

const KILL_CHAIN_PHASE = z.strictObject({ kill_chain_name: z.string(), phase_name: z.string() })

const EXTERNAL_REFERENCE = z
  .strictObject({ source_name: z.string(), url: z.string().optional(), external_id: z.string().optional() })
  .meta({ id: 'StixExternalReference' })

const objectOf = <const Type extends string>(type: Type) => ({
  type: z.literal(type),
  spec_version: z.literal('2.1'),
  id: idOf(type),
  created_by_ref: idOf('identity'),
  created: TIMESTAMP,
  modified: TIMESTAMP,
  confidence: z.int().min(0).max(100),
  labels: TEXTS.optional(),
  external_references: z.array(EXTERNAL_REFERENCE),
  object_marking_refs: TEXTS.optional(),
  name: z.string(),
  description: z.string()
})

const INDICATOR = z
  .strictObject({
    ...objectOf('indicator'),
    indicator_types: TEXTS,
    pattern: z.string(),
    pattern_type: z.literal('stix'),
    pattern_version: z.literal('2.1'),
    valid_from: TIMESTAMP,
    valid_until: TIMESTAMP.optional(),
    kill_chain_phases: z.array(KILL_CHAIN_PHASE)
  })
  .meta({ id: 'StixIndicator' })

const VULNERABILITY = z.strictObject(objectOf('vulnerability')).meta({ id: 'StixVulnerability' })

const ATTACK_PATTERN = z
  .strictObject({ ...objectOf('attack-pattern'), kill_chain_phases: z.array(KILL_CHAIN_PHASE).optional() })
  .meta({ id: 'StixAttackPattern' })

const IDENTITY = z
  .strictObject({
    type: z.literal('identity'),
    spec_version: z.literal('2.1'),
    id: idOf('identity'),
    created: TIMESTAMP,
    modified: TIMESTAMP,
    name: z.string(),
    identity_class: z.literal('organization'),
    contact_information: z.string()
  })
  .meta({ id: 'StixIdentity' })

const MARKING = z
  .strictObject({
    type: z.literal('marking-definition'),
    spec_version: z.literal('2.1'),
    id: idOf('marking-definition'),
    created: TIMESTAMP,
    name: z.string(),
    extensions: z.record(z.string(), z.strictObject({ extension_type: z.string(), tlp_2_0: z.string() }))
  })
  .meta({ id: 'StixMarking' })

/** Any object of a bundle or a collection. */
export const STIX_OBJECT = z.discriminatedUnion('type', [INDICATOR, VULNERABILITY, ATTACK_PATTERN, IDENTITY, MARKING])

/** A bundle of objects. */
export const STIX_BUNDLE = z
  .strictObject({ type: z.literal('bundle'), id: idOf('bundle'), objects: z.array(STIX_OBJECT) })
  .meta({ id: 'StixBundle' })

/** An example of an object. */
export const STIX_EXAMPLE: z.input<typeof INDICATOR> = {
  type: 'indicator',
  spec_version: '2.1',
  id: 'indicator--9c5f2e45-045f-58d8-bf0e-425bef301fa4',
  created_by_ref: 'identity--f431f809-377b-45e0-aa1c-6a4751cae5ff',
  created: '2026-05-16T08:00:00.000000Z',
  modified: '2026-05-17T10:00:00.000000Z',
  confidence: 85,
  labels: ['botnet_cc', 'role:destination'],
  external_references: [{ source_name: 'sigmill', external_id: '9c5f2e45-045f-58d8-bf0e-425bef301fa4' }],
  name: 'Malicious IP 198.51.100.7',
  description: 'A threat feed names it.',
  indicator_types: ['malicious-activity'],
  pattern: "[ipv4-addr:value = '198.51.100.7']",
  pattern_type: 'stix',
  pattern_version: '2.1',
  valid_from: '2026-05-16T00:00:00Z',
  kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'command-and-control' }]
}

/** An example of {@link STIX_BUNDLE}. */
export const STIX_BUNDLE_EXAMPLE: z.input<typeof STIX_BUNDLE> = {
  type: 'bundle',
  id: 'bundle--9c1185a5-c5e9-5c54-a128-08977ee8f548',
  objects: [STIX_EXAMPLE]
}
