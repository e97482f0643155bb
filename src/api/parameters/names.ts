import { z } from 'zod'
import { TARGET_NAMES } from '../../bundle/target-names.ts'
import { parameter } from '../parameter.ts'
import { RULE_ID as RULE_ID_VALUE } from '../values.ts'

const NAME = z.string().min(1)

const TARGET_NAME = z.enum(TARGET_NAMES)

/** Which rule. */
export const RULE_ID = parameter({
  name: 'rule_id',
  about: 'The id of a rule.',
  schema: RULE_ID_VALUE,
  example: '9c5f2e45-045f-58d8-bf0e-425bef301fa4'
})

/** For which SIEM a bundle is. */
export const TARGET = parameter({ name: 'target', about: 'The SIEM.', schema: TARGET_NAME, example: 'splunk' })

/** For which SIEM a plan is. */
export const PLAN_TARGET = parameter({
  name: 'target',
  about: 'The SIEM to plan for.',
  schema: TARGET_NAME,
  example: 'sentinel',
  isRequired: true
})

/** Which pipeline. */
export const PIPELINE_NAME = parameter({
  name: 'name',
  about: 'The name of a pipeline.',
  schema: NAME,
  example: 'splunk-cim'
})

/** Which feed. */
export const FEED_NAME = parameter({
  name: 'name',
  about: 'The name of a feed, percent-encoded.',
  schema: NAME,
  example: 'partner'
})

/** Which key. */
export const KEY_ID = parameter({
  name: 'id',
  about: 'The id of a key.',
  schema: NAME,
  example: '0d3c5b1e-4f5a-4c8e-9b0a-5d2f0c7e6a11'
})

/** Which collection. */
export const COLLECTION = parameter({
  name: 'collection',
  about: 'The id of a collection, or its alias: `all`, a type or a sector.',
  schema: NAME,
  example: 'all'
})

/** Which object. */
export const OBJECT = parameter({
  name: 'object',
  about: 'The id of a STIX object.',
  schema: NAME,
  example: 'indicator--9c5f2e45-045f-58d8-bf0e-425bef301fa4'
})
