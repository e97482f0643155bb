import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { programOf } from '../referees/generation.ts'
import type { FuzzedServer } from './fuzzed-server.ts'

const GROUP = z.object({ title: z.string() })

const REPORT = z.object({
  complete: z.boolean(),
  operations: z.object({ selected: z.number(), tested: z.number() }),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(GROUP.extend({ operations: z.array(z.string()) })),
  errors: z.array(GROUP)
})

/** What came of a run: what schemathesis reports, and everything that it said for people. */
export type Fuzzed = z.infer<typeof REPORT> & { readonly said: string }

const CONFIGURATION = join(import.meta.dirname, 'schemathesis.toml')
const HOOKS = join(import.meta.dirname, 'hooks.py')

const environmentOf = ({ asking, spare }: FuzzedServer): NodeJS.ProcessEnv => ({
  ...process.env,
  SIGMILL_FUZZ_HOOKS: HOOKS,
  SIGMILL_FUZZ_KEY: asking.key,
  SIGMILL_FUZZ_KEY_ID: asking.id,
  SIGMILL_FUZZ_SPARE_ID: spare.id
})

/** Has schemathesis ask every operation of a server, well and badly, and hold each answer against the document. */
export const fuzz = async (server: FuzzedServer, folder: string): Promise<Fuzzed> => {
  const report = join(folder, 'report.json')
  const words = ['--config-file', CONFIGURATION, 'run', `${server.url}/openapi.json`, '--url', server.url, '--no-color']
  const child = spawn(
    programOf('interface', 'schemathesis'),
    [...words, '--report', 'json', '--report-json-path', report],
    { cwd: folder, env: environmentOf(server), stdio: ['ignore', 'pipe', 'pipe'] }
  )
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  await once(child, 'close')
  return { ...REPORT.parse(JSON.parse(readFileSync(report, 'utf8'))), said: said.join('') }
}
