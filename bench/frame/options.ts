import { parseArgs } from 'node:util'
import { SUBJECTS } from '../subjects.ts'

/** What a run is asked for. */
export interface Options {
  readonly sizes: readonly [number, ...number[]]
  readonly rounds: number
  readonly warmsUp: boolean
  readonly seconds: number
  /** Names of subjects; all where none is given. */
  readonly only: readonly string[]
  /** A revision that is measured against what lies here. */
  readonly compare: string | undefined
  /** The folder for the report. */
  readonly out: string
  /** Whether the plots and tables of the documentation are only written anew, from the report that is there. */
  readonly docsOnly: boolean
}

const USUAL = { sizes: '10000,100000,1000000', rounds: '5', seconds: '3' }
const QUICK = { sizes: '200', rounds: '1', seconds: '0.1' }

/** What `--help` prints. */
export const HELP = `npm run bench -- [options]   (run npm run build first)

  --only NAMES      of: ${SUBJECTS.map(({ name }) => name).join(', ')}
  --sizes NUMBERS   indicators of the stores (${USUAL.sizes})
  --rounds NUMBER   how often each is measured (${USUAL.rounds})
  --seconds NUMBER  how long each round of requests takes (${USUAL.seconds})
  --quick           as little as shows that it works
  --compare REV     measure another revision beside what lies here, without peers
  --out FOLDER      where the report goes (bench/report)
  --docs            write the figures of the last report into docs/performance.md and measure nothing`

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
  const unknown = names.find((name) => !SUBJECTS.some((subject) => subject.name === name))
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
      docs: { type: 'boolean', default: false },
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
    docsOnly: values.docs
  }
}
