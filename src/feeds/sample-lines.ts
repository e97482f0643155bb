import type { Sample } from './feed-format.ts'

const MOST_LINES = 300

/** The first lines of a sample that stand in it whole. */
export const sampleLines = ({ text, complete }: Sample): readonly string[] => {
  const lines = text.split(/\r\n|\r|\n/, MOST_LINES + 1)
  return complete && lines.length <= MOST_LINES ? lines : lines.slice(0, -1)
}
