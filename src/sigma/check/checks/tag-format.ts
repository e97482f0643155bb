import { tagCheck } from '../tag-check.ts'

const FORMAT = /^[a-z0-9_-]+\.[a-z0-9._-]+$/

/** Tags are lower case. pySigma's `tag_format`, and the JSON schema. */
export const tagFormat = tagCheck('tag-format', ({ node }) =>
  FORMAT.test(node.text)
    ? undefined
    : 'holds characters that a tag cannot have; use lower-case letters, digits, - and _'
)
