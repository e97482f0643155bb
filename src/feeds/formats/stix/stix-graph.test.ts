import { describe, expect, it } from 'vitest'
import { MOST_REMEMBERED, StixGraph } from './stix-graph.ts'

describe('a graph of more objects than are remembered', () => {
  it('keeps the first of them', () => {
    const graph = new StixGraph()
    for (let index = 0; index <= MOST_REMEMBERED; index += 1) {
      graph.learn('malware', { id: `malware--${index}`, name: `Loader ${index}` })
      graph.learn('relationship', {
        relationship_type: 'indicates',
        source_ref: `indicator--${index}`,
        target_ref: `malware--${index}`
      })
    }
    expect(graph.describe('indicator--7', []).malwareFamilies).toEqual(['Loader 7'])
    expect(graph.describe(`indicator--${MOST_REMEMBERED}`, []).malwareFamilies).toEqual([])
  })
})
