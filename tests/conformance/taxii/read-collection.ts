import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { programOf } from '../referees/generation.ts'
import type { TaxiiServer } from './taxii-server.ts'

const READ = z.object({
  pages: z.number(),
  ids: z.array(z.string()),
  /** Of indicators that have a `valid_until`. */
  ended: z.array(z.string()),
  last: z.string().nullable(),
  errors: z.array(z.string()),
  /** How often each check of the validator warned, by its number. */
  warnings: z.record(z.string(), z.number())
})

/** What a client of TAXII read, and what it and the validator of STIX complain of. */
export type Read = z.infer<typeof READ>

/** How the client reads. */
export interface Reading {
  /** Objects a page. */
  readonly page: number
  readonly added_after?: string
}

const SCRIPT = join(import.meta.dirname, 'taxii-client.py')

/** Has the real client read the collection of everything. */
export const readCollection = ({ url, key }: TaxiiServer, reading: Reading): Read => {
  const { status, stdout, stderr } = spawnSync(programOf('stix', 'python'), ['-W', 'ignore', SCRIPT], {
    input: JSON.stringify({ url, key, ...reading }),
    encoding: 'utf8',
    maxBuffer: 1_000_000_000
  })
  if (status !== 0) throw new Error(`The TAXII client failed: ${stderr}`)
  return READ.parse(JSON.parse(stdout))
}
