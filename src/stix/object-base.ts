import type { Confidence } from '../indicator/confidence.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { formatInstant, type Instant } from '../indicator/time.ts'
import { datesOf } from '../detect/dates.ts'
import { descriptionFor } from '../detect/description.ts'
import { recipeFor } from '../detect/recipes.ts'
import { externalReferencesOf, type ReferenceOptions } from './external-references.ts'
import { labelsOf } from './labels.ts'
import { publisherIdentity } from './publisher-identity.ts'
import { tlpMarking } from './tlp-markings.ts'

/** How objects are written. */
export interface StixOptions extends ReferenceOptions {
  /** Since when the indicator no longer counts; without it, it counts until a later version says otherwise. */
  readonly validUntil?: Instant | undefined
  /** The moment of this version, where it is another one than the last change of the indicator. */
  readonly modified?: Instant | undefined
}

/** The middle of each range of the scale None/Low/Med/High, by which other numbers are read as well. Appendix A. */
const CONFIDENCE: Readonly<Record<Confidence, number>> = { low: 15, medium: 50, high: 85 }

/** The members that all objects of an indicator share, but `type` and `id`. */
export const objectBase = (indicator: Indicator, options: StixOptions) => {
  const { value, confidence, added, changed, context } = indicator
  const recipe = recipeFor(indicator)
  const labels = labelsOf(context)
  return {
    created_by_ref: publisherIdentity(options.publisher).id,
    created: formatInstant(added),
    // Section 3.2: at least three digits of a second, and no object has two versions of one moment.
    modified: formatInstant(options.modified ?? changed),
    confidence: CONFIDENCE[confidence],
    ...(labels.length === 0 ? {} : { labels }),
    external_references: externalReferencesOf(indicator, options),
    ...(context.tlp === undefined ? {} : { object_marking_refs: [tlpMarking(context.tlp).id] }),
    name: `${recipe.subject} ${value}`,
    description: descriptionFor(indicator, recipe, datesOf(indicator).firstSeen)
  }
}
