import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Asks a server with a right key while others send it wrong ones, 10,000 a second, from another address, and prints how
 * many right ones it answers then. `attack` as the first argument makes this the process that sends the wrong keys.
 */
const WRONG_A_SECOND = 10_000
const SECONDS = 10
/** So often a second a portion of wrong keys is sent. */
const PORTIONS = 50
const CONNECTIONS = 20
/** Well-formed in all but the last digit, as a typo is. */
const WRONG_KEY = `sk_live_${'0'.repeat(49)}`
const PROGRAM = fileURLToPath(new URL('../bin/sigmill.js', import.meta.url))

/** Sends wrong keys for ever, over a few connections, and says once a second how many were refused. */
const attack = (port: number): void => {
  const text = `GET /api/v1/iocs HTTP/1.1\r\nHost: x\r\nX-API-Key: ${WRONG_KEY}\r\n\r\n`
  const together = WRONG_A_SECOND / PORTIONS / CONNECTIONS
  let refused = 0
  const begin = (): void => {
    let awaited = 0
    // All of 127.0.0.0/8 is this machine, so that the right key has an address of its own.
    const socket = connect({ host: '127.0.0.1', port, localAddress: '127.0.0.2' })
    const sending = setInterval(() => {
      if (awaited > 0) return
      awaited = together
      socket.write(text.repeat(together))
    }, 1_000 / PORTIONS)
    socket.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf('HTTP/1.1 4'); at >= 0; at = chunk.indexOf('HTTP/1.1 4', at + 1)) {
        refused += 1
        awaited -= 1
      }
    })
    socket.on('error', () => {})
    socket.once('close', () => {
      clearInterval(sending)
      begin()
    })
  }
  for (let index = 0; index < CONNECTIONS; index++) begin()
  setInterval(() => {
    process.stdout.write(`${refused}\n`)
    refused = 0
  }, 1_000)
}

const startServer = async (folder: string): Promise<{ readonly child: ChildProcess; readonly port: number }> => {
  const args = [
    'serve',
    '--port',
    '0',
    '--db',
    'sqlite:store.db',
    '--log-level',
    'warn',
    '--tiers-pro-requests-per-minute',
    '1000000'
  ]
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  for await (const chunk of child.stderr) {
    said += String(chunk)
    const [, port] = /listens on http:\/\/[^:]+:(\d+);/.exec(said) ?? []
    if (port !== undefined) return { child, port: Number(port) }
  }
  throw new Error(`the server ended and said: ${said}`)
}

const newKey = async (folder: string): Promise<string> => {
  const child = spawn(process.execPath, [PROGRAM, 'keys', 'create', '--db', 'sqlite:store.db'], { cwd: folder })
  let key = ''
  for await (const chunk of child.stdout) key += String(chunk)
  return key.trim()
}

/** Answers a second, and the slowest of a hundred in milliseconds. */
interface Served {
  readonly aSecond: number
  readonly p99: number
}

/** Asks with a right key, one request after the other. */
const askRight = async (port: number, key: string): Promise<Served> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  const end = performance.now() + SECONDS * 1_000
  while (performance.now() < end) {
    const begin = performance.now()
    await new Promise<void>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/api/v1/iocs', headers: { 'x-api-key': key }, agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`a right key was answered with ${answer.statusCode}`))
        answer.resume().once('end', resolve)
      })
        .once('error', reject)
        .end()
    })
    times.push(performance.now() - begin)
  }
  agent.destroy()
  times.sort((a, b) => a - b)
  return { aSecond: times.length / SECONDS, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

/** Seconds of the processor that a process has used, as Linux counts them in hundredths. */
const processorOf = async ({ pid }: ChildProcess): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const row = (what: string, { aSecond, p99 }: Served): string =>
  `| ${what} | ${Math.round(aSecond).toLocaleString('en')} | ${p99.toFixed(1)} |`

const measure = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sigmill-bench-'))
  const { child, port } = await startServer(folder)
  const key = await newKey(folder)
  await askRight(port, key)
  const before = await processorOf(child)
  const alone = await askRight(port, key)
  const perRight = ((await processorOf(child)) - before) / (alone.aSecond * SECONDS)
  const attacker = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), 'attack', String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  const rates: number[] = []
  attacker.stdout.on('data', (chunk: Buffer) => rates.push(Number(String(chunk))))
  await once(attacker.stdout, 'data')
  rates.length = 0
  const beforeAttack = await processorOf(child)
  const attacked = await askRight(port, key)
  const spent = (await processorOf(child)) - beforeAttack
  attacker.kill()
  child.kill()
  await once(child, 'exit')
  await rm(folder, { recursive: true })
  const refused = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
  console.log('| right keys | answers a second | p99 in ms |\n|---|---|---|')
  console.log(row('alone', alone))
  console.log(row(`while ${Math.round(refused).toLocaleString('en')} wrong keys a second are refused`, attacked))
  const perWrong = (spent - perRight * attacked.aSecond * SECONDS) / (refused * SECONDS)
  console.log(
    `\nProcessor: ${Math.round(perRight * 1e6)} µs for a right key, ${Math.round(perWrong * 1e6)} µs for a wrong one.`
  )
  console.log(`Share that is left: ${(attacked.aSecond / alone.aSecond).toFixed(2)}`)
}

const [mode, port] = process.argv.slice(2)
if (mode === 'attack') attack(Number(port))
else await measure()
