import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Asked } from '../load/ask.ts'
import { ROOT } from '../program/program.ts'
import { type Started, startProcess } from '../program/started.ts'

/** Headers that a server writes by itself. */
const OWN = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'])

/** A server of nothing but one answer. */
export interface BareServer extends Pick<Started, 'pid' | 'stop'> {
  readonly origin: string
}

/** Headers of an answer that another server has to be told. */
export const ownHeaders = ({ headers }: Asked): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (OWN.has(name) ? [] : [[name, String(value)]])))

/** Starts a server that gives the same answer, with the same headers, to everybody. */
export const serveAnswer = async (by: 'node:http' | 'fastify', answer: Asked, folder: string): Promise<BareServer> => {
  const file = join(folder, `answer-${by.replace(':', '-')}-${answer.status}.body`)
  await writeFile(file, answer.body)
  const program = fileURLToPath(new URL('../bare-server.ts', import.meta.url))
  const args = ['--import', 'tsx', program, by, String(answer.status), JSON.stringify(ownHeaders(answer)), file]
  const started = await startProcess({ file: process.execPath, args, cwd: ROOT }, /listens on (http:\/\/\S+?);/)
  return { pid: started.pid, stop: started.stop, origin: started.heard }
}
