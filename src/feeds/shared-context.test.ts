import { describe, expect, it } from 'vitest'
import { createRememberContext, createShareContext } from './shared-context.ts'

describe('createShareContext', () => {
  it('gives one object for contexts that say the same, without what they do not say', () => {
    const share = createShareContext()
    const context = share({ role: 'source', tags: [], tlp: undefined })
    expect(context).toEqual({ role: 'source' })
    expect(share({ role: 'source', tags: [], tlp: undefined })).toBe(context)
    expect(share({ role: 'destination' })).not.toBe(context)
  })

  it('gives nothing for a context that says nothing', () => {
    expect(createShareContext()({ tags: [], tlp: undefined })).toBeUndefined()
  })

  it('forgets rather than grows without end', () => {
    const share = createShareContext()
    const first = share({ tags: ['0'] })
    for (let index = 1; index <= 1_000; index++) share({ tags: [String(index)] })
    const again = share({ tags: ['0'] })
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })
})

describe('createRememberContext', () => {
  it('asks once for what a key says', () => {
    const remember = createRememberContext()
    const context = remember('a', () => ({ tags: ['x'] }))
    expect(context).toEqual({ tags: ['x'] })
    expect(remember('a', () => ({ tags: ['never asked'] }))).toBe(context)
  })
})
