import type { FeedItem, Position } from '../indicator/raw-indicator.ts'
import type { Fields } from './field-text.ts'

/** What one record of a provider gives: at least one item, a reject where it holds no value. */
type RecordMapping = (record: Fields, position: Position) => readonly FeedItem[]

/** Makes the mapping of one input, with a memory of its own. */
export type CreateMapping = () => RecordMapping
