import { parseArgs } from 'node:util'
import { FAR_SUBJECTS, SUBJECTS } from '../subjects.ts'
import type { Subject } from './subject.ts'

/** What a run is asked for. */
export interface Options {
  readonly sizes: readonly [number, ...number[]]
  readonly rounds: number
  readonly warmsUp: boolean
  readonly seconds: number
  /** Names of subjects; all but the far ones where none is given. */
  readonly only: readonly string[]
  /** A revision that is measured against what lies here. */
  readonly compare: string | undefined
  /** The folder for the report. */
  readonly out: string
  /** Whether what is not as wanted is measured once more, by a program that watches itself. */
  readonly withProfiles: boolean
  /** Whether the plots and tables of the documentation are written anew. */
  readonly docs: boolean
  /** Whether nothing is measured, and everything written anew from the report that is there. */
  readonly isRewrite: boolean
}

const USUAL = { sizes: '10000,100000,1000000', rounds: '5', seconds: '2' }
const QUICK = { sizes: '200', rounds: '1', seconds: '0.1' }

const namesOf = (subjects: readonly Subject[]): string => subjects.map(({ name }) => name).join(', ')

/** What `--help` prints. */
export const HELP = `npm run bench -- [options]   (run npm run build first)

  --only NAMES      of: ${namesOf(SUBJECTS)};
                    and, when asked for: ${namesOf(FAR_SUBJECTS)}
  --sizes NUMBERS   indicators of the stores (${USUAL.sizes})
  --rounds NUMBER   how often each is measured (${USUAL.rounds})
  --seconds NUMBER  how long each round of requests takes (${USUAL.seconds})
  --quick           as little as shows that it works
  --compare REV     measure another revision beside what lies here, without peers
  --profile         say where the time goes of what is not as wanted
  --out FOLDER      where the report goes (bench/report)
  --docs            write the figures into docs/performance.md and README.md, too
  --rewrite         measure nothing, write report and plots anew from the last one`

const positive = (name: string, text: string): number => {
  const number = Number(text)
  if (number > 0) return number
  throw new Error(`--${name} ${text}: a number above 0 is wanted.`)
}

const sizesIn = (text: string): readonly [number, ...number[]] => {
  const [first, ...others] = text.split(',').map((part) => positive('sizes', part))
  return [first ?? 1, ...others]
}

const subjectsIn = (text: string): readonly string[] => {
  const names = text.split(',').filter((name) => name !== '')
  const unknown = names.find((name) => ![...SUBJECTS, ...FAR_SUBJECTS].some((subject) => subject.name === name))
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there is no such subject.\n\n${HELP}`)
  return names
}

/** Reads the command line; `undefined` where help is wanted. */
export const readOptions = (args: readonly string[], folder: string): Options | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      compare: { type: 'string' },
      out: { type: 'string', default: folder },
      profile: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
      rewrite: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) return undefined
  const usual = values.quick ? QUICK : USUAL
  return {
    sizes: sizesIn(values.sizes ?? usual.sizes),
    warmsUp: !values.quick,
    rounds: Math.ceil(positive('rounds', values.rounds ?? usual.rounds)),
    seconds: positive('seconds', values.seconds ?? usual.seconds),
    only: subjectsIn(values.only),
    compare: values.compare,
    out: values.out,
    withProfiles: values.profile,
    docs: values.docs,
    isRewrite: values.rewrite
  }
}
