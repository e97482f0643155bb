import { expect, it } from 'vitest'
import { contextOfTags } from './context-of-tags.ts'
import { readTag } from './tag.ts'

it.each([
  ['rsit:information-gathering="scanner"', ['scanner']],
  ['ecsirt:information-gathering="scanner"', ['scanner']],
  ['rsit:information-gathering="sniffing"', []],
  ['scanner', []]
])('the tag %s gives the threat types %j', (name, threatTypes) => {
  expect(contextOfTags([readTag(name)]).threatTypes).toEqual(threatTypes)
})
