import type { Context } from '../../../indicator/context.ts'
import { linksIn } from '../../links-in.ts'

/**
 * The reports that comments of a list name (`# Reference: https://…`, as maltrail writes it). A block of comments
 * speaks for the values behind it, up to the next block.
 */
export interface References {
  readonly comment: (text: string) => void
  /** The context of a value that stands here; one object for all values behind a block. */
  readonly context: () => Partial<Context> | undefined
}

/** Comments that name a source, with the misspellings of real files (`Referene:`). */
const NAMES_SOURCE = /^[#;/\s]*(?:refer[a-z]*|source|link|url)\s*:/i

/** Makes the references of one list. */
export const createReferences = (): References => {
  let links: readonly string[] = []
  let context: Partial<Context> | undefined
  let isBlockOpen = false
  return {
    comment: (text) => {
      if (!isBlockOpen) links = []
      isBlockOpen = true
      if (NAMES_SOURCE.test(text)) links = [...links, ...linksIn(text)]
    },
    context: () => {
      if (isBlockOpen) context = links.length === 0 ? undefined : { links }
      isBlockOpen = false
      return context
    }
  }
}
