import { execFileSync } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogger, type LogLevel, silentLogger } from './log.ts'
import { redactorFor } from './redact.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const logged = (level: LogLevel = 'info') => {
  const lines = new PassThrough({ encoding: 'utf8' })
  const log = createLogger({ level, keyPrefix: 'sk_live_' }, lines)
  return { log, text: (): string => String(lines.read() ?? '') }
}

test('a line is one JSON object with level, time, fields and message', () => {
  const { log, text } = logged()
  log.info('listening', { port: 8787 })
  const line = text()
  expect(line).toMatch(
    /^\{"level":"info","time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","port":8787,"msg":"listening"\}\n$/
  )
})

test('an error is written with its message and stack', () => {
  const { log, text } = logged()
  log.error('failed', { error: new TypeError('a bug') })
  expect(JSON.parse(text())).toMatchObject({
    level: 'error',
    error: { type: 'TypeError', message: 'a bug', stack: saying('log.test') }
  })
})

test.each([
  ['info', ['info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['error', ['error']],
  ['silent', []]
] as const)('at level %s the levels %j are written', (level, written) => {
  const { log, text } = logged(level)
  log.info('x')
  log.warn('x')
  log.error('x')
  expect([...text().matchAll(/"level":"(\w+)"/g)].map(([, name]) => name)).toEqual(written)
})

const KEY = 'sk_live_7Zq0aB3dE5fG6hJ8kL9m'

test('credentials reach no line, wherever they stand', () => {
  const { log, text } = logged()
  log.info(`the key ${KEY} came`, {
    headers: { authorization: `Basic dXNlcjpwYXNz`, 'X-API-Key': 'a "quoted" one', Cookie: 'sid=1' },
    raw: ['Authorization', 'Bearer abc.def'],
    url: `/api/v1/iocs?api_key=whatever&type=ipv4`,
    settings: { secret: 'a server secret' },
    error: new Error(`no such key ${KEY}`),
    other: 'kept'
  })
  const line = text()
  for (const credential of [
    KEY.slice(8),
    'dXNlcjpwYXNz',
    'quoted',
    'sid=1',
    'abc.def',
    'whatever',
    'a server secret'
  ]) {
    expect(line).not.toContain(credential)
  }
  expect(JSON.parse(line)).toMatchObject({
    msg: 'the key [redacted] came',
    raw: ['Authorization', 'Bearer [redacted]'],
    url: '/api/v1/iocs?api_key=[redacted]&type=ipv4',
    other: 'kept'
  })
})

test('keys are told by the prefix of the configuration, read as plain text', () => {
  const redact = redactorFor('a.b_')
  expect(redact('a.b_0123456789 axb_0123456789 a.b_short')).toBe('[redacted] axb_0123456789 a.b_short')
})

test('a long hostile line is redacted without delay', () => {
  const { log, text } = logged()
  log.info('x', { authorization: '\\"'.repeat(500_000), other: 'bearer '.repeat(100_000) })
  expect(JSON.parse(text())).toMatchObject({ authorization: '[redacted]' })
})

test('without a destination the lines go to standard error', () => {
  const source = `
    import { createLogger } from './src/platform/log.ts'
    createLogger({ level: 'info', keyPrefix: 'sk_live_' }).info('hello')
  `
  const script = ['--import', 'tsx', '--input-type=module', '--eval', source]
  const output = execFileSync('sh', ['-c', '"$@" 2>&1 >/dev/null', 'sh', process.execPath, ...script], {
    encoding: 'utf8'
  })
  expect(JSON.parse(output)).toMatchObject({ msg: 'hello' })
})

test('the silent logger takes everything', () => {
  silentLogger.info('x')
  silentLogger.warn('x')
  silentLogger.error('x')
  expect(Object.keys(silentLogger)).toEqual(['info', 'warn', 'error'])
})
