import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * Asks a server with a right key, by turns alone and while others flood it with wrong ones from other addresses, and
 * prints what is left of its answers.
 */
const ROUNDS = 3
const SECONDS = 5
/** What `wrong-keys/flood.ts` knows. */
const FORMS = {
  kept: '20 connections that stay, one address',
  new: 'a connection for each key, one address',
  many: 'a connection for each key, 1,000 addresses'
}
const PROGRAM = fileURLToPath(new URL('../bin/sigmill.js', import.meta.url))
const BARE = fileURLToPath(new URL('wrong-keys/bare-reset.ts', import.meta.url))
const FLOOD = fileURLToPath(new URL('wrong-keys/flood.ts', import.meta.url))

interface Server {
  readonly child: ChildProcess
  readonly port: number
}

/** Starts a program that says where it listens. */
const start = async (args: readonly string[], cwd: string): Promise<Server> => {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  for await (const chunk of child.stderr) {
    said += String(chunk)
    const [, port] = /listens on http:\/\/[^:]+:(\d+);/.exec(said) ?? []
    if (port !== undefined) return { child, port: Number(port) }
  }
  throw new Error(`the server ended and said: ${said}`)
}

const stop = async ({ child }: Server): Promise<void> => {
  child.kill()
  await once(child, 'exit')
}

const startMill = async (folder: string): Promise<Server> => {
  const place = ['--port', '0', '--db', 'sqlite:store.db', '--log-level', 'error']
  return start([PROGRAM, 'serve', ...place, '--tiers-pro-requests-per-minute', '1000000'], folder)
}

const newKey = async (folder: string): Promise<string> => {
  const child = spawn(process.execPath, [PROGRAM, 'keys', 'create', '--db', 'sqlite:store.db'], { cwd: folder })
  let key = ''
  for await (const chunk of child.stdout) key += String(chunk)
  return key.trim()
}

/** Seconds of the processor that a process has used, as Linux counts them in hundredths. */
const processorOf = async ({ pid }: ChildProcess): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Right keys for some seconds: answers a second, milliseconds, and the share of a processor that the server used. */
interface Served {
  readonly aSecond: number
  readonly median: number
  readonly p99: number
  readonly processor: number
}

/** Milliseconds of one request, to the end of its answer. */
const askOnce = async (port: number, key: string, agent: Agent): Promise<number> => {
  const begin = performance.now()
  const headers = { 'x-api-key': key }
  await new Promise<void>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/api/v1/iocs', headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`a right key was answered with ${answer.statusCode}`))
      answer.resume().once('end', resolve)
    })
      .once('error', reject)
      .end()
  })
  return performance.now() - begin
}

/** Asks with a right key, one request after the other. */
const askRight = async ({ child, port }: Server, key: string): Promise<Served> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  const [before, begin] = [await processorOf(child), performance.now()]
  while (performance.now() < begin + SECONDS * 1_000) times.push(await askOnce(port, key, agent))
  const seconds = (performance.now() - begin) / 1_000
  const processor = ((await processorOf(child)) - before) / seconds
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  return { aSecond: times.length / seconds, median: at(0.5), p99: at(0.99), processor }
}

/** What a flood came to in a second. */
interface Flooded {
  readonly sent: number
  readonly answered: number
  readonly reset: number
}

const number = (value: number): string => Math.round(value).toLocaleString('en')

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const row = (what: string, { aSecond, median, p99, processor }: Served, wrong: readonly Flooded[]): string => {
  const floods = (['sent', 'answered', 'reset'] as const).map((part) =>
    wrong.length === 0 ? '' : number(mean(wrong.map((second) => second[part])))
  )
  return `| ${[what, number(aSecond), median.toFixed(2), p99.toFixed(1), processor.toFixed(2), ...floods].join(' | ')} |`
}

/** A flood in a process of its own. */
interface Flood {
  /** The seconds since it was last asked. */
  readonly take: () => readonly Flooded[]
  readonly end: () => Promise<void>
}

/** Begins a flood, and resolves when it has come to full height. */
const beginFlood = async (port: number, form: string): Promise<Flood> => {
  const args = ['--import', 'tsx', FLOOD, form, String(port)]
  const flood = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const seconds: Flooded[] = []
  const lines = createInterface({ input: flood.stdout })
  lines.on('line', (line) => seconds.push(JSON.parse(line) as Flooded))
  await once(lines, 'line')
  return {
    take: () => seconds.splice(0),
    async end() {
      flood.kill()
      await once(flood, 'exit')
    }
  }
}

/** What a form came to in a round. */
interface Round {
  /** Of the right key's answers that are left. */
  readonly share: number
  /** Microseconds of the server's processor for a wrong key, while nobody else asks. */
  readonly micros: number
}

/** Microseconds of a server's processor for each wrong key of a flood, while nobody else asks. */
const costOf = async ({ child }: Server, flood: Flood): Promise<number> => {
  flood.take()
  const before = await processorOf(child)
  await setTimeout(SECONDS * 1_000)
  const spent = (await processorOf(child)) - before
  return (spent / flood.take().reduce((sum, { sent }) => sum + sent, 0)) * 1e6
}

/** What a form came to in a round. */
interface Round {
  /** Of the right key's answers that are left. */
  readonly share: number
  readonly micros: number
}

/** One round: alone, flooded, and nothing but the flood. */
const measure = async (server: Server, key: string, form: string): Promise<Round> => {
  const alone = await askRight(server, key)
  const flood = await beginFlood(server.port, form)
  flood.take()
  const flooded = await askRight(server, key)
  console.log(row('alone', alone, []))
  console.log(row(form, flooded, flood.take()))
  const micros = await costOf(server, flood)
  await flood.end()
  return { share: flooded.aSecond / alone.aSecond, micros }
}

/** The same flood against a server that does the least. */
const measureBare = async (folder: string): Promise<number> => {
  const bare = await start(['--import', import.meta.resolve('tsx'), BARE], folder)
  const flood = await beginFlood(bare.port, 'new')
  const micros = await costOf(bare, flood)
  await flood.end()
  await stop(bare)
  return micros
}

const folder = await mkdtemp(join(tmpdir(), 'sigmill-bench-'))
const mill = await startMill(folder)
const key = await newKey(folder)
await askRight(mill, key)
const found: string[] = []
console.log('| right keys | a second | median ms | p99 ms | processor | wrong ones a second | answered | reset |')
console.log('|---|---|---|---|---|---|---|---|')
for (const [form, what] of Object.entries(FORMS)) {
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(mill, key, form))
  const shares = rounds.map(({ share }) => share.toFixed(2)).join(', ')
  const micros = rounds.map(({ micros: each }) => each.toFixed(0)).join(', ')
  found.push(`| ${what} | ${shares} | ${micros} |`)
}
await stop(mill)
const bare: string[] = []
for (let round = 0; round < ROUNDS; round++) bare.push((await measureBare(folder)).toFixed(0))
found.push(`| a connection for each, to a server that only resets | | ${bare.join(', ')} |`)
console.log('\n| wrong keys | share of right answers that is left | microseconds of the processor for a wrong one |')
console.log(`|---|---|---|\n${found.join('\n')}`)
await rm(folder, { recursive: true })
