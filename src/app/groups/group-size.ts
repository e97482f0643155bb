import { type GroupSize, LARGEST_CHUNK } from '../../detect/group/chunk-size.ts'
import { invalidParameter } from '../invalid-parameter.ts'

export type { GroupSize }

/** Reads how many indicators a grouped rule may have, as the API and the command line take it. */
export const parseGroupSize = (parameter: string, text: string): GroupSize => {
  if (text === 'auto') return text
  const size = /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 0
  if (size >= 1 && size <= LARGEST_CHUNK) return size
  throw invalidParameter(parameter, text, {
    reason: 'it is not how many indicators a rule may have at most',
    allowed: ['auto', `1 to ${LARGEST_CHUNK}`]
  })
}
