import { type Check, VALIDATED } from './check.ts'
import { complain } from './field-faults.ts'
import { quoted } from './quoted.ts'
import type { Tag } from './tags.ts'

/** A check of every tag by itself: `reason` says what is wrong with one, or nothing. */
export const tagCheck = (name: string, reason: (tag: Tag) => string | undefined): Check => ({
  name,
  severity: 'medium',
  appliesTo: VALIDATED,
  *find({ tags }) {
    for (const tag of tags) {
      const wrong = reason(tag)
      if (wrong !== undefined) yield complain(tag.node, 'tags', `${quoted(tag.node.text)} ${wrong}`)
    }
  }
})
