import { ONE_ADDRESS, placesFor } from '../program/places-for.ts'

/** How readers come who take their time. */
export interface ReaderSetting {
  readonly name: string
  readonly variables: Readonly<Record<string, string>>
  /** Whether all of them ask for the same; else no two do. */
  readonly isShared: boolean
  readonly mostMB: number
}

/** More than any bench has at once. */
const PLACES = 300

/** All ways in which they come. */
export const READER_SETTINGS: readonly ReaderSetting[] = [
  { name: 'limits as they are', variables: ONE_ADDRESS, isShared: false, mostMB: 500 },
  { name: 'a place for each', variables: placesFor(PLACES), isShared: false, mostMB: 1_100 },
  { name: 'a place for each, one export', variables: placesFor(PLACES), isShared: true, mostMB: 500 }
]
