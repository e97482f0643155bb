import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Instant } from '../../../indicator/time.ts'
import { stixIndicator } from '../../../stix/indicator-object.ts'
import type { Bundle } from '../../bundle.ts'
import type { ClassedEntry } from '../../indicator-class.ts'
import { CLASS_LABEL, LEVEL_LABEL } from './labels.ts'
import { tlpMarkingId } from './tlp-marking.ts'

/** How the objects of a bundle are written. */
export type UploadOptions = Pick<Bundle, 'publisher' | 'whyUrl'>

/** A row holds for at most this long, so it was written no earlier than that before its end. */
const LONGEST_VALIDITY = 60 * SECONDS_PER_DAY

/** A STIX indicator as the upload API takes it, with the labels by which the analytics rules find it. */
const uploadObject = (entry: ClassedEntry, modified: Instant, { publisher, whyUrl }: UploadOptions) => {
  const { indicator, indicatorClass, rule, validUntil } = entry
  const { added, context } = indicator
  // What was taken back within the second of its acceptance would end before it began.
  const until = Math.max(validUntil * INSTANTS_PER_SECOND, added + INSTANTS_PER_SECOND)
  const object = stixIndicator(indicator, { publisher, whyUrl, validUntil: until, modified })
  return {
    ...object,
    labels: [...(object.labels ?? []), `${CLASS_LABEL}${indicatorClass}`, `${LEVEL_LABEL}${rule.level}`],
    ...(context.tlp === undefined ? {} : { object_marking_refs: [tlpMarkingId(context.tlp)] })
  }
}

/** A row to have: one whose validity was renewed is a version of its own. */
export const addition = (entry: ClassedEntry, options: UploadOptions) => {
  const renewed = (entry.validUntil - LONGEST_VALIDITY) * INSTANTS_PER_SECOND
  return uploadObject(entry, Math.max(entry.indicator.changed, renewed), options)
}

/**
 * A row to have no longer: the same object, whose validity ends. It is not revoked, because that would be for ever, and
 * an indicator may return. https://learn.microsoft.com/azure/sentinel/stix-objects-api
 */
export const removal = (entry: ClassedEntry, options: UploadOptions) =>
  uploadObject(entry, Math.max(entry.indicator.changed, entry.validUntil * INSTANTS_PER_SECOND), options)
