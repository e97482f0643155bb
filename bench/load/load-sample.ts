import type { Sample } from '../frame/subject.ts'
import type { LoadResult } from './load-plan.ts'

const answersOf = ({ lanes }: LoadResult): number => lanes.reduce((sum, { answers }) => sum + answers, 0)

const checked = (result: LoadResult): LoadResult => {
  const errors = result.lanes.reduce((sum, lane) => sum + lane.errors, 0)
  if (errors > 0) throw new Error(`${errors} of ${answersOf(result)} answers were errors: ${JSON.stringify(result)}`)
  return result
}

/** Microseconds of the server's processor for one answer. */
const microseconds = (result: LoadResult): number => (result.watchedSeconds * 1e6) / answersOf(result)

/** Answers a second. Throws when one was an error. */
export const answersSample = (result: LoadResult): Sample => ({
  value: answersOf(checked(result)) / result.seconds,
  microseconds: microseconds(result)
})

/** MB a second. Throws when an answer was an error. */
export const bytesSample = (result: LoadResult): Sample => ({
  value: checked(result).bytes / 1e6 / result.seconds,
  microseconds: microseconds(result)
})
