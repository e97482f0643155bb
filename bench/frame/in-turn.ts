import type { Bench } from './bench.ts'
import type { Figure, Sample } from './subject.ts'

/** One who is measured at one thing. */
export interface Contestant extends Omit<Figure, 'samples'> {
  readonly take: () => Promise<Sample>
}

/**
 * Measures all contestants, one after the other in each round, so that what disturbs the machine meets all of them. Peers
 * are left out where there are to be none. What starts cold each time needs no round to warm up.
 */
export const inTurn = async (
  { rounds, withPeers, warmsUp }: Pick<Bench, 'rounds' | 'withPeers' | 'warmsUp'>,
  contestants: readonly Contestant[]
): Promise<readonly Figure[]> => {
  const measured = contestants
    .filter(({ isPeer }) => withPeers || !isPeer)
    .map((contestant) => ({ contestant, samples: [] as Sample[] }))
  for (let round = warmsUp ? -1 : 0; round < rounds; round++) {
    for (const { contestant, samples } of measured) {
      const sample = await contestant.take()
      if (round >= 0) samples.push(sample)
    }
  }
  return measured.map(({ contestant: { take: _take, ...what }, samples }) => ({ ...what, samples }))
}
