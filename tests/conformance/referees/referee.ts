import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { programOf, type Generation } from './generation.ts'

/** What a tool says against one rule; rules count from 0 in the order of their file. */
export interface Complaint {
  readonly rule: number
  readonly error: string
}

/** A rule in the language of a target, or why there is none. */
export type Converted = { readonly query: string } | { readonly failure: string }

/** Where rules go: a backend of pySigma, and the pipelines before it, by name or as files. */
export interface Route {
  readonly backend: string
  readonly pipelines: readonly string[]
}

/** One generation of the real Sigma tools as a process that answers. Sets of rules are loaded once and asked about by name. */
export interface Referee {
  /** The version of pySigma. */
  readonly version: string
  load(set: string, file: string): Promise<{ readonly rules: number; readonly errors: readonly Complaint[] }>
  /** Violations of Sigma's own JSON schema. */
  schema(set: string): Promise<readonly Complaint[]>
  /** Issues of the validators that a configuration file names, as `sigma check` finds them. */
  check(set: string, validation: string): Promise<readonly Complaint[]>
  /** One result per rule, in order. */
  convert(set: string, route: Route): Promise<readonly Converted[]>
  close(): void
}

const COMPLAINTS = z.array(z.object({ rule: z.number(), error: z.string() }))
const CONVERTED = z.union([z.object({ query: z.string() }), z.object({ failure: z.string() })])
const ANSWERS = {
  hello: z.object({ pySigma: z.string() }),
  load: z.object({ rules: z.number(), errors: COMPLAINTS }),
  errors: z.object({ errors: COMPLAINTS }),
  convert: z.object({ results: z.array(CONVERTED) })
}
const FAULT = z.object({ fault: z.string() })

const SCRIPT = join(import.meta.dirname, 'referee.py')

/** Says how to get the tools where they are missing. */
export const NOT_SET_UP =
  'The Sigma and TAXII tools are not all set up. Run `npm run conformance:set-up` once: it needs Python 3.10 or later with its venv ' +
  'module, and puts the pinned packages into a cache folder (SIGMA_REFEREES names another).'

/** Starts a referee over the folder that holds `attack/` and `sigma/`. */
export const openReferee = async (generation: Generation, data: string): Promise<Referee> => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-referee-'))
  mkdirSync(join(folder, 'validator_json'))
  // Some backends warn about every rule that they make a slow search of.
  const words = ['-W', 'ignore', SCRIPT, data]
  const child = spawn(programOf(generation, 'python'), words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  const hear = async <T>(answer: z.ZodType<T>): Promise<T> => {
    const line = await lines.next()
    if (line.done === true) throw new Error(`The ${generation} Sigma tools ended without an answer.`)
    const said: unknown = JSON.parse(line.value)
    const { data: fault } = FAULT.safeParse(said)
    if (fault !== undefined) throw new Error(`The ${generation} Sigma tools failed: ${fault.fault}`)
    return answer.parse(said)
  }

  let turn: Promise<unknown> = Promise.resolve()
  const ask = <T>(question: object, answer: z.ZodType<T>): Promise<T> => {
    const asked = turn.then(() => {
      child.stdin.write(`${JSON.stringify(question)}\n`)
      return hear(answer)
    })
    turn = asked.catch(() => undefined)
    return asked
  }

  const { pySigma } = await hear(ANSWERS.hello)
  return {
    version: pySigma,
    load: (set, path) => ask({ ask: 'load', set, path }, ANSWERS.load),
    schema: async (set) => (await ask({ ask: 'schema', set }, ANSWERS.errors)).errors,
    check: async (set, validation) => (await ask({ ask: 'check', set, validation }, ANSWERS.errors)).errors,
    async convert(set, { backend, pipelines }) {
      const places = pipelines.map((pipeline) => (pipeline.endsWith('.yml') ? resolve(pipeline) : pipeline))
      return (await ask({ ask: 'convert', set, target: backend, pipelines: places }, ANSWERS.convert)).results
    },
    close() {
      child.stdin.end()
      child.on('close', () => rmSync(folder, { recursive: true, force: true }))
    }
  }
}
