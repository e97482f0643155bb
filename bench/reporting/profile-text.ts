import type { TimeShare, TimeTable } from '../profiling/where-time-went.ts'
import { folded } from './folded.ts'
import { table } from './table.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const placeRow = ({ place, share }: TimeShare): readonly string[] => [place, percent(share)]

const functionRow = ({ place, name = '', share }: TimeShare): readonly string[] => [
  `\`${name}\``,
  place,
  percent(share)
]

/** Where the time went, by place and by function. */
export const profileText = ({ places, functions }: TimeTable): string =>
  [
    'Where the time of the thread goes that answers, by room, package and part of Node, as its profiler sees it:',
    table(['place', 'share'], places.map(placeRow)),
    folded('By function', table(['function', 'of', 'share'], functions.map(functionRow)))
  ].join('\n\n')
