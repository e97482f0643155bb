import { z } from 'zod'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { KINDS } from '../../indicator/kind.ts'
import { SECTORS } from '../../indicator/sector.ts'
import { parameter } from '../parameter.ts'
import { MOMENT } from '../values.ts'

const listOf = <const Word extends string>(words: readonly Word[]) => z.array(z.enum(words)).min(1)

/** Which types. */
export const TYPE = parameter({
  name: 'type',
  about: 'Types of indicators, one or a list. `mitre_attack` is read as `mitre-attack`.',
  schema: listOf(KINDS),
  example: 'ipv4,ipv6'
})

/** How sure. */
export const CONFIDENCE = parameter({
  name: 'confidence',
  about: 'Levels of confidence, one or a list; exactly these, not "at least".',
  schema: listOf(CONFIDENCES),
  example: 'high'
})

/** Whom it is aimed at. */
export const INDUSTRY = parameter({
  name: 'industry',
  about:
    "CISA's critical-infrastructure sectors, one or a list; any of them. Their shorter names in use are read as well.",
  schema: listOf(SECTORS),
  example: 'energy'
})

/** From where on. */
export const SINCE = parameter({
  name: 'since',
  about: 'What was added or updated strictly later than this moment, oldest change first.',
  schema: MOMENT,
  example: '2026-05-17T10:00:00.000001Z'
})
