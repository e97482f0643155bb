import type { Program } from '../program/program.ts'
import type { Bench } from './bench.ts'
import type { Figure } from './subject.ts'

/** What each program gave, round by round; by its name. */
export type RoundsOf<Round> = ReadonlyMap<string, readonly Round[]>

/** Of what takes long, few rounds have to do. */
export const MOST_LONG_ROUNDS = 2

/** Lets every program do something that takes long and gives several figures at once, in turn. */
export const takeRounds = async <Round>(
  { programs, rounds }: Pick<Bench, 'programs' | 'rounds'>,
  take: (program: Program) => Promise<Round>
): Promise<RoundsOf<Round>> => {
  const taken = new Map<string, Round[]>(programs.map(({ name }) => [name, []]))
  for (let round = 0; round < Math.min(rounds, MOST_LONG_ROUNDS); round++) {
    for (const program of programs) taken.get(program.name)?.push(await take(program))
  }
  return taken
}

/** One trial that is read off the rounds of all. */
export const figureOf = <Round>(
  rounds: RoundsOf<Round>,
  trial: Pick<Figure, 'trial' | 'unit' | 'better'>,
  read: (round: Round) => number
): readonly Figure[] =>
  [...rounds].map(([by, seen]) => ({
    ...trial,
    by,
    isPeer: false,
    samples: seen.map((round) => ({ value: read(round) }))
  }))
