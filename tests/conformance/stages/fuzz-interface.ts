import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof, Stage } from '../bench.ts'
import { formatCount } from '../format-count.ts'
import { fuzz, type Fuzzed } from '../interface/fuzz.ts'
import { type FuzzedServer, startFuzzedServer } from '../interface/fuzzed-server.ts'
import { validateDocument } from '../interface/validate-document.ts'

const documentProof = async ({ url }: FuzzedServer): Promise<Proof> => {
  const text = await (await fetch(`${url}/openapi.json`)).text()
  return {
    subject: 'API: its OpenAPI document',
    of: `${formatCount(text.length)} characters`,
    differences: validateDocument(text)
  }
}

/** A worker of the fuzzer that dies takes its operations with it, and nothing else tells. */
const DEAD_WORKER = 'Exception in thread'

const complaintsOf = ({ complete, operations, failures, errors, said }: Fuzzed): readonly string[] => [
  ...failures.map(({ title, operations: where }) => `${title}: ${where.join(', ')}`),
  ...errors.map(({ title }) => `the fuzzer failed: ${title}`),
  ...(said.includes(DEAD_WORKER) ? ['a worker of the fuzzer died'] : []),
  ...(complete && operations.tested === operations.selected ? [] : ['not every operation was tested'])
]

const fuzzProof = async (server: FuzzedServer, folder: string): Promise<Proof> => {
  const fuzzed = await fuzz(server, folder)
  const differences = complaintsOf(fuzzed)
  if (differences.length > 0) console.log(fuzzed.said)
  const { test_cases: cases, operations } = fuzzed
  return {
    subject: 'API: answers to whatever is asked',
    of: `${formatCount(cases.generated)} requests to ${formatCount(operations.tested)} operations`,
    differences
  }
}

/** A real validator reads the OpenAPI document, and a real fuzzer holds the server against it. */
export const fuzzInterface: Stage = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-interface-'))
  try {
    const server = await startFuzzedServer(folder)
    try {
      return [await documentProof(server), await fuzzProof(server, folder)]
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
