import { CONFIDENCES, type Confidence } from '../../indicator/confidence.ts'
import type { Tag } from './tag.ts'

/** By `namespace:predicate`, what the values say. https://www.misp-project.org/taxonomies.html */
const SCALES: ReadonlyMap<string, Readonly<Record<string, Confidence>>> = new Map<
  string,
  Readonly<Record<string, Confidence>>
>([
  ['admiralty-scale:source-reliability', { a: 'high', b: 'high', c: 'medium', d: 'low', e: 'low' }],
  ['admiralty-scale:information-credibility', { 1: 'high', 2: 'high', 3: 'medium', 4: 'low', 5: 'low' }],
  [
    'misp:confidence-level',
    {
      'completely-confident': 'high',
      'usually-confident': 'high',
      'fairly-confident': 'medium',
      'rarely-confident': 'low',
      unconfident: 'low'
    }
  ],
  ['estimative-language:confidence-in-analytic-judgment', { high: 'high', moderate: 'medium', low: 'low' }],
  [
    'estimative-language:likelihood-probability',
    {
      'almost-certain': 'high',
      'very-likely': 'high',
      likely: 'medium',
      'roughly-even-chance': 'medium',
      unlikely: 'low',
      'very-unlikely': 'low',
      'almost-no-chance': 'low'
    }
  ]
])

/** The confidence that a tag states. */
const confidenceOf = ({ namespace, predicate, value }: Tag): Confidence | undefined => {
  const scale = SCALES.get(`${namespace}:${predicate}`) ?? {}
  const step = value.toLowerCase()
  return Object.hasOwn(scale, step) ? scale[step] : undefined
}

/** The lowest confidence among those that tags state: a doubt counts. */
export const confidenceOfTags = (tags: readonly Tag[]): Confidence | undefined => {
  const stated = tags.map(confidenceOf)
  return CONFIDENCES.find((confidence) => stated.includes(confidence))
}
