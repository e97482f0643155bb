import { describe, expect, it } from 'vitest'
import { FIELDS } from './fields.ts'
import { indexTemplateText } from './index-template.ts'

interface Mapping {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Mapping>>
}

const leaves = ({ type, properties = {} }: Mapping, path = ''): readonly (readonly [string, string])[] =>
  type === undefined
    ? Object.entries(properties).flatMap(([name, below]) => leaves(below, path === '' ? name : `${path}.${name}`))
    : [[path, type]]

describe('the index template for Elastic', () => {
  it('maps every field of a document by its type, and no other', () => {
    const template = JSON.parse(indexTemplateText()) as { template: { mappings: Mapping & { dynamic: boolean } } }
    expect(new Map(leaves(template.template.mappings))).toEqual(
      new Map([...FIELDS].map(([path, { type }]) => [path, type]))
    )
    expect(template.template.mappings.dynamic).toBe(false)
  })
})
