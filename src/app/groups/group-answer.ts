import type { Instant } from '../../indicator/time.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import { fillStretches, type FilledChunk } from './fill-chunks.ts'
import { readGroupCursor, writeGroupCursor } from './group-cursor.ts'
import { cutGroupPage } from './group-page.ts'
import { groupSelection, type GroupSight } from './group-selection.ts'
import type { GroupSize } from './group-size.ts'
import type { KnownStretches } from './known-stretches.ts'

/** What of which chunks is wanted. */
export interface GroupQuestion extends GroupSight {
  readonly filters: Filters
  readonly size: GroupSize
  readonly limit: number
  readonly cursor: string | undefined
  /** Of everything that must stay the same along a walk. */
  readonly digest: string
}

/** One page of chunks: its head, known from a walk over ids, and its body, still to be walked. */
export interface GroupAnswer {
  readonly chunks: number
  readonly withheld: number
  readonly nextSince: Instant
  readonly nextCursor: string | undefined
  readonly filled: AsyncIterable<FilledChunk>
}

/** Answers from a view, which has to stay open until the body was read. */
export const answerGroups = async (
  view: ReadView,
  question: GroupQuestion,
  known: KnownStretches
): Promise<GroupAnswer> => {
  const { filters, size, limit, digest } = question
  const cursor = question.cursor === undefined ? undefined : readGroupCursor(question.cursor, digest)
  const walk = { limit, since: filters.since, behind: cursor?.place }
  const page = await cutGroupPage(view, groupSelection(filters, size, question), walk, known)
  const start = cursor?.start ?? view.state.position
  return {
    chunks: page.chunks,
    withheld: page.withheld,
    nextSince: start,
    nextCursor: page.last === undefined ? undefined : writeGroupCursor({ place: page.last, start, digest }),
    filled: fillStretches(view, page.stretches)
  }
}
