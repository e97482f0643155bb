import { describe, expect, test } from 'vitest'
import { KINDS } from '../indicator/kind.ts'
import { Problem } from '../problem/problem.ts'
import type { Environment } from './environment-layer.ts'
import type { Flags } from './flag-layer.ts'
import { type LoadedSettings, loadSettings } from './load-settings.ts'
import { SETTING_NAMES } from './setting-names.ts'

interface Given {
  readonly flags?: Flags
  readonly environment?: Environment
  /** The text of ./sigmill.yml. */
  readonly file?: string
  readonly files?: Readonly<Record<string, string>>
}

const load = ({ flags = {}, environment = {}, file, files = {} }: Given = {}): Promise<LoadedSettings> => {
  const texts = new Map(Object.entries(file === undefined ? files : { './sigmill.yml': file, ...files }))
  return loadSettings({ flags, environment, readFile: (path) => Promise.resolve(texts.get(path)) })
}

const refusal = async (given: Given): Promise<Problem> => {
  try {
    await load(given)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the settings were taken')
}

test('where nobody has set anything the defaults hold', async () => {
  const { settings, origins } = await load()
  expect(settings).toEqual({
    db: { kind: 'sqlite', path: './sigmill.db' },
    host: '127.0.0.1',
    drainSeconds: 0,
    port: 8787,
    trustedProxies: [],
    publisher: { name: 'SOC Defenders', url: 'https://socdefenders.ai', slug: 'soc_defenders' },
    rules: { fields: false },
    export: { defaultTypes: KINDS },
    tiers: [
      {
        name: 'free',
        sigmaExport: false,
        requestsPerMinute: 10,
        requestsPerDay: 1_000,
        resultsPerRequest: 100,
        lookbackDays: 1,
        keysPerAccount: 3,
        formats: ['json']
      },
      {
        name: 'pro',
        sigmaExport: true,
        requestsPerMinute: 1_000,
        requestsPerDay: 1_000_000,
        resultsPerRequest: 10_000,
        lookbackDays: 365,
        keysPerAccount: 50,
        formats: ['json', 'csv', 'txt']
      }
    ],
    keys: { prefix: 'sk_live_' },
    log: { level: 'info' },
    metrics: { host: '127.0.0.1' },
    fetch: { folders: [] },
    history: { versionDays: 30, removalDays: 400 },
    feeds: { maxLossPercent: 50, maxGrowth: 10, growthFrom: 1_000 },
    guard: { own: [], documentation: 'block' },
    limits: {
      maxConcurrentExports: 32,
      maxExportsPerAccount: 16,
      maxExportsPerKey: 8,
      keptMebibytes: 64,
      maxConnections: 800,
      maxConnectionsPerAddress: 200,
      failedAttempts: 30,
      maxLineLength: 1_048_576,
      urlLength: 8_192,
      headerBytes: 16_384
    }
  })
  expect([settings.secret, settings.formerSecret]).toEqual([undefined, undefined])
  expect([...origins.keys()]).toEqual(SETTING_NAMES.map(({ key }) => key))
  expect(new Set(origins.values())).toEqual(new Set(['default']))
})

describe('layers', () => {
  test('a flag goes before the environment, that before the file, that before the default', async () => {
    const file = 'port: 1\nhost: 192.0.2.1\nlog: {level: warn}\n'
    const environment = { SIGMILL_PORT: '2', SIGMILL_HOST: '192.0.2.2' }
    const { settings, origins } = await load({ flags: { port: '3' }, environment, file })
    expect(settings).toMatchObject({ port: 3, host: '192.0.2.2', log: { level: 'warn' } })
    expect([origins.get('port'), origins.get('host'), origins.get('log.level'), origins.get('db')]).toEqual([
      'flag',
      'environment',
      'file',
      'default'
    ])
  })

  test('an absent flag and a foreign variable say nothing', async () => {
    const ours = { SIGMILL_TEST_DATA: 'x', SIGMILL_DEBUG: '1' }
    const environment = { ...ours, SIGMILL_PORT: undefined, PORT: '1', PATH: '/bin' }
    const { origins } = await load({ flags: { port: undefined, config: undefined }, environment })
    expect(new Set(origins.values())).toEqual(new Set(['default']))
  })

  test('a value that a stronger layer replaces is not looked at', async () => {
    const { settings } = await load({ environment: { SIGMILL_PORT: '1' }, file: 'port: many' })
    expect(settings.port).toBe(1)
  })

  test('every setting can come from the environment', async () => {
    const environment = {
      SIGMILL_DB: 'sqlite:/data/x.db',
      SIGMILL_HOST: '::1',
      SIGMILL_PORT: '0',
      SIGMILL_PUBLISHER_NAME: 'Example Team',
      SIGMILL_PUBLISHER_URL: 'https://example.com/team',
      SIGMILL_PUBLISHER_SLUG: 'team',
      SIGMILL_RULES_FIELDS: 'true',
      SIGMILL_EXPORT_DEFAULT_TYPES: 'url, ipv4,url',
      SIGMILL_KEYS_PREFIX: 'team_',
      SIGMILL_LOG_LEVEL: 'silent',
      SIGMILL_LIMITS_MAX_CONCURRENT_EXPORTS: '1',
      SIGMILL_LIMITS_MAX_LINE_LENGTH: '2048',
      SIGMILL_LIMITS_URL_LENGTH: '4096',
      SIGMILL_LIMITS_HEADER_BYTES: '8192',
      SIGMILL_TIERS_FREE_SIGMA_EXPORT: 'true',
      SIGMILL_TIERS_FREE_FORMATS: 'txt,json',
      SIGMILL_TRUSTED_PROXIES: '10.0.0.1/8, 2001:DB8::1',
      SIGMILL_SECRET: 's'.repeat(32),
      SIGMILL_FORMER_SECRET: 'f'.repeat(32)
    }
    const { settings } = await load({ environment })
    expect(settings).toMatchObject({
      db: { kind: 'sqlite', path: '/data/x.db' },
      host: '::1',
      port: 0,
      publisher: { name: 'Example Team', url: 'https://example.com/team', slug: 'team' },
      rules: { fields: true },
      export: { defaultTypes: ['ipv4', 'url'] },
      keys: { prefix: 'team_' },
      log: { level: 'silent' },
      limits: { maxConcurrentExports: 1, maxLineLength: 2048, urlLength: 4096, headerBytes: 8192 }
    })
    expect(settings.tiers[0]).toMatchObject({
      name: 'free',
      sigmaExport: true,
      formats: ['json', 'txt'],
      lookbackDays: 1
    })
    expect(settings.trustedProxies.map(({ text }) => text)).toEqual(['10.0.0.0/8', '2001:db8::1/128'])
    expect(settings.secret?.reveal()).toBe('s'.repeat(32))
    expect(settings.formerSecret?.reveal()).toBe('f'.repeat(32))
  })

  test('a publisher without a slug gets one from its name', async () => {
    const { settings, origins } = await load({ file: 'publisher: {name: Example Team}' })
    expect(settings.publisher.slug).toBe('example_team')
    expect(origins.get('publisher.slug')).toBe('default')
  })

  test('the address of the server is none unless it is given, and loses a slash at its end', async () => {
    expect((await load({})).settings.publicUrl).toBeUndefined()
    const { settings } = await load({ flags: { public_url: 'https://ti.example.org:8443/sigmill/' } })
    expect(settings.publicUrl).toBe('https://ti.example.org:8443/sigmill')
    const bracketed = await load({ environment: { SIGMILL_PUBLIC_URL: 'http://[2001:db8::1]:8787' } })
    expect(bracketed.settings.publicUrl).toBe('http://[2001:db8::1]:8787')
  })

  test.each(['example.com', 'ftp://example.com', 'https://a@example.com', 'https://example.com/?a', 'https:// '])(
    'the address of the server is never %j',
    async (url) => {
      const problem = await refusal({ file: `public_url: "${url}"` })
      expect(problem.message).toBe(
        `public_url in ./sigmill.yml is "${url}"; it must be an http or https URL of at most 200 characters, without user, query and fragment.`
      )
    }
  )
})

describe('the file', () => {
  test('may be YAML with types of its own, or JSON', async () => {
    const yaml = `
# how we serve
port: 9000
rules:
  fields: true
publisher:
export:
  default_types: [domain, ipv4]
`
    const json = '{"port": 9000, "rules": {"fields": true}, "export": {"default_types": ["domain", "ipv4"]}}'
    for (const file of [yaml, json]) {
      const { settings } = await load({ file })
      expect(settings).toMatchObject({
        port: 9000,
        rules: { fields: true },
        publisher: { name: 'SOC Defenders' },
        export: { defaultTypes: ['ipv4', 'domain'] }
      })
    }
  })

  test.each(['', '# nothing yet\n', '---\n'])('may be empty: %j', async (file) => {
    expect((await load({ file })).settings.port).toBe(8787)
  })

  test('is named by a flag before a variable before its usual place', async () => {
    const files = { 'a.yml': 'port: 1', 'b.yml': 'port: 2', './sigmill.yml': 'port: 3' }
    const environment = { SIGMILL_CONFIG: 'b.yml' }
    const portOf = async (given: Given): Promise<number> => (await load(given)).settings.port
    expect(await portOf({ flags: { config: 'a.yml' }, environment, files })).toBe(1)
    expect(await portOf({ environment, files })).toBe(2)
    expect(await portOf({ files })).toBe(3)
  })

  test.each([
    [{ flags: { config: 'x.yml' } }, '--config names "x.yml", but there is no such file.'],
    [{ flags: { config: './sigmill.yml' } }, '--config names "./sigmill.yml", but there is no such file.'],
    [{ environment: { SIGMILL_CONFIG: 'x.yml' } }, 'SIGMILL_CONFIG names "x.yml", but there is no such file.']
  ])('that is named has to be there: %j', async (given, message) => {
    expect(await refusal(given)).toMatchObject({ code: 'invalid_parameter', message })
  })

  test.each([
    [
      'port: 1\nhost: [x',
      './sigmill.yml, line 2 is neither YAML nor JSON: unexpected end of the stream within a flow collection.'
    ],
    ['port: 1\nport: 2', './sigmill.yml, line 2 is neither YAML nor JSON: duplicated mapping key.'],
    ['port: 1\n---\nport: 2', './sigmill.yml holds more than one YAML document; keep one.'],
    ['- port', './sigmill.yml must be a mapping of names to values.'],
    ['just text', './sigmill.yml must be a mapping of names to values.'],
    ['publisher: Team', 'publisher in ./sigmill.yml must be a mapping of names to values.'],
    [
      'limits: {max_line_lenght: 5000}',
      '"limits.max_line_lenght" in ./sigmill.yml is no setting. Did you mean max_line_length? Known: max_concurrent_exports, max_exports_per_account, max_exports_per_key, kept_mebibytes, max_connections, max_connections_per_address, failed_attempts, max_line_length, url_length, header_bytes.'
    ],
    [
      '"__proto__": {port: 1}',
      '"__proto__" in ./sigmill.yml is no setting. Known: db, host, port, drain_seconds, public_url, trusted_proxies, publisher, rules, export, tiers, keys, secret, former_secret, log, metrics, history, feeds, fetch, guard, limits.'
    ],
    [
      'limits: {maxLineLength: 5000}',
      '"limits.maxLineLength" in ./sigmill.yml is no setting. Did you mean max_line_length? Known: max_concurrent_exports, max_exports_per_account, max_exports_per_key, kept_mebibytes, max_connections, max_connections_per_address, failed_attempts, max_line_length, url_length, header_bytes.'
    ]
  ])('that reads %j is refused', async (file, message) => {
    expect(await refusal({ file })).toMatchObject({ code: 'invalid_parameter', message })
  })
})

describe('tiers', () => {
  const partner = `
tiers:
  pro: {requests_per_day: 5, formats: [json]}
  partner:
    sigma_export: true
    requests_per_minute: 60
    requests_per_day: 10000
    results_per_request: 1000
    lookback_days: 30
    keys_per_account: 5
    formats: json,csv
`
  test('of the table keep the figures that nobody changes, and others join them', async () => {
    const { settings, origins } = await load({ file: partner, environment: { SIGMILL_TIERS_PRO_LOOKBACK_DAYS: '90' } })
    expect(settings.tiers.map(({ name }) => name)).toEqual(['free', 'pro', 'partner'])
    expect(settings.tiers[1]).toMatchObject({
      requestsPerDay: 5,
      formats: ['json'],
      lookbackDays: 90,
      keysPerAccount: 50
    })
    expect(settings.tiers[2]).toEqual({
      name: 'partner',
      sigmaExport: true,
      requestsPerMinute: 60,
      requestsPerDay: 10_000,
      resultsPerRequest: 1_000,
      lookbackDays: 30,
      keysPerAccount: 5,
      formats: ['json', 'csv']
    })
    expect(origins.get('tiers.partner.lookback_days')).toBe('file')
    expect(origins.get('tiers.pro.lookback_days')).toBe('environment')
    expect(origins.get('tiers.free.lookback_days')).toBe('default')
  })

  test.each([
    [
      partner.replace('    lookback_days: 30\n', ''),
      'tiers.partner.lookback_days is missing: a tier that is added needs every figure. It must be a whole number from 1 to 36,500.'
    ],
    [
      partner.replace('lookback_days: 30', 'lookback_day: 30'),
      '"tiers.partner.lookback_day" in ./sigmill.yml is no setting. Did you mean lookback_days?'
    ],
    [
      partner.replace('lookback_days: 30', 'lookback_days: 0'),
      'tiers.partner.lookback_days in ./sigmill.yml is 0; it must be a whole number from 1 to 36,500.'
    ],
    [
      'tiers: {free: {formats: [json, csvv]}}',
      'tiers.free.formats in ./sigmill.yml is ["json","csvv"]; it must be a list of json, csv, txt. Did you mean csv?'
    ],
    ['tiers: {partner: }', 'tiers.partner in ./sigmill.yml is empty: a tier that is added needs every figure.'],
    [
      'tiers: {Gold Plan: {}}',
      '"tiers.Gold Plan" in ./sigmill.yml is no name for a tier; write 1 to 32 lower-case letters, digits, _ and -, a letter first.'
    ]
  ])('that are wrong are refused: %j', async (file, message) => {
    const problem = await refusal({ file })
    expect(problem.code).toBe('invalid_parameter')
    expect(problem.message.slice(0, message.length)).toBe(message)
  })
})

describe('a wrong value is refused with its layer, what is allowed and the nearest right one', () => {
  test.each([
    [{ flags: { port: '99999' } }, '--port is "99999"; it must be a whole number from 0 to 65,535.'],
    [{ flags: { port: '-1' } }, '--port is "-1"; it must be a whole number from 0 to 65,535.'],
    [{ environment: { SIGMILL_PORT: '80a' } }, 'SIGMILL_PORT is "80a"; it must be a whole number from 0 to 65,535.'],
    [{ file: 'port: 1.5' }, 'port in ./sigmill.yml is 1.5; it must be a whole number from 0 to 65,535.'],
    [{ file: 'port:' }, 'port in ./sigmill.yml is null; it must be a whole number from 0 to 65,535.'],
    [
      { file: 'host: a b' },
      'host in ./sigmill.yml is "a b"; it must be an IP address without brackets, or a host name.'
    ],
    [
      { environment: { SIGMILL_RULES_FIELDS: 'ture' } },
      'SIGMILL_RULES_FIELDS is "ture"; it must be true or false. Did you mean true?'
    ],
    [
      { file: 'log: {level: wran}' },
      'log.level in ./sigmill.yml is "wran"; it must be one of info, warn, error, silent. Did you mean warn?'
    ],
    [
      { environment: { SIGMILL_EXPORT_DEFAULT_TYPES: 'ipv4,ip6' } },
      'SIGMILL_EXPORT_DEFAULT_TYPES is "ipv4,ip6"; it must be a list of ipv4, ipv6, domain, url, md5, sha1, sha256, cve, mitre-attack, email. Did you mean ipv6?'
    ],
    [{ file: 'export: {default_types: []}' }, 'export.default_types in ./sigmill.yml is []; it must be a list of'],
    [
      { file: 'publisher: {url: 5}' },
      'publisher.url in ./sigmill.yml is 5; it must be an http or https URL of at most 200 characters.'
    ],
    [
      { file: 'publisher: {slug: My Team}' },
      'publisher.slug in ./sigmill.yml is "My Team"; it must be 1 to 64 lower-case letters, digits and underscores.'
    ],
    [{ file: `host: ${'x'.repeat(300)}` }, `host in ./sigmill.yml is "${'x'.repeat(79)}...; it must be`]
  ])('%j', async (given, message) => {
    const problem = await refusal(given)
    expect(problem.code).toBe('invalid_parameter')
    expect(problem.message.slice(0, message.length)).toBe(message)
  })

  test('a machine finds the parameter, what is allowed and the nearest', async () => {
    expect((await refusal({ file: 'log: {level: wran}' })).details).toEqual({
      parameter: 'log.level',
      allowed: ['info', 'warn', 'error', 'silent'],
      nearest: 'warn'
    })
    expect((await refusal({ flags: { port: 'x' } })).details).toEqual({ parameter: 'port' })
  })

  test('the name of a publisher is held against the titles it will stand in', async () => {
    const problem = await refusal({ environment: { SIGMILL_PUBLISHER_NAME: 'A Name Far Too Long For Any Title' } })
    expect(problem).toMatchObject({ code: 'invalid_parameter', details: { parameter: 'publisher.name' } })
    expect(problem.message).toMatch(/^SIGMILL_PUBLISHER_NAME: The publisher name has 33 characters;/)
  })

  test('a store URL has a code of its own', async () => {
    expect(await refusal({ flags: { db: 'sqlit:x.db' } })).toMatchObject({
      code: 'store_url',
      message:
        '--db: There is no kind of store called "sqlit". Did you mean sqlite? Allowed is sqlite:PATH, such as sqlite:./sigmill.db.',
      details: { parameter: 'db', nearest: 'sqlite' }
    })
  })
})

describe('a typo is refused with the nearest right name', () => {
  test.each([
    [{ environment: { SIGMILL_PROT: '1' } }, 'SIGMILL_PROT is no setting. Did you mean SIGMILL_PORT?'],
    [{ environment: { SIGMILL_CONFG: 'x' } }, 'SIGMILL_CONFG is no setting. Did you mean SIGMILL_CONFIG?'],
    [{ environment: { SIGMILL_PORT: '' } }, 'SIGMILL_PORT is empty. Give it a value, or unset it.'],
    [{ environment: { SIGMILL_CONFIG: '' } }, 'SIGMILL_CONFIG is empty. Give it a value, or unset it.'],
    [{ file: 'prot: 1' }, '"prot" in ./sigmill.yml is no setting. Did you mean port?'],
    [{ flags: { 'publisher.nmae': 'x' } }, '--publisher-nmae is no setting. Did you mean publisher.name?']
  ])('%j', async (given, message) => {
    const problem = await refusal(given)
    expect(problem.code).toBe('invalid_parameter')
    expect(problem.message.slice(0, message.length)).toBe(message)
  })
})

describe('trusted proxies', () => {
  test.each(['10.0.0.0/33', 'localhost', '10.0.0.0/8,,', '10.0.0.0/255.0.0.0'])('are no %s', async (text) => {
    expect(await refusal({ environment: { SIGMILL_TRUSTED_PROXIES: text } })).toMatchObject({
      code: 'invalid_parameter',
      message: `SIGMILL_TRUSTED_PROXIES is "${text}"; it must be a list of addresses and networks in CIDR form.`
    })
  })
})

describe('the server secret', () => {
  test('is repeated by no refusal', async () => {
    const problem = await refusal({ environment: { SIGMILL_SECRET: 'hunter2' } })
    expect(problem.message).toBe('SIGMILL_SECRET has a value that cannot be used; it must be at least 32 characters.')
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })

  test.each([
    [
      { file: `secret: ${'s'.repeat(32)}` },
      'secret in ./sigmill.yml lies open to others. Set SIGMILL_SECRET in the environment instead.'
    ],
    [
      { flags: { secret: 's'.repeat(32) } },
      '--secret lies open to others. Set SIGMILL_SECRET in the environment instead.'
    ]
  ])('comes from the environment only', async (given, message) => {
    expect(await refusal(given)).toMatchObject({ code: 'invalid_parameter', message, details: { parameter: 'secret' } })
  })

  test('shows in no dump of the settings', async () => {
    const { settings, origins } = await load({ environment: { SIGMILL_SECRET: 's3cret'.repeat(8) } })
    expect(JSON.stringify([settings, [...origins]])).not.toContain('s3cret')
  })
})
