import { describe, expect, it } from 'vitest'
import { folderWith, like, sigmill, type CallOptions, type Ended } from './program.ts'

const URL = 'https://feeds.example/list.txt'

const feeds = async (args: readonly string[], options: CallOptions): Promise<Ended> =>
  sigmill(['feeds', ...args], options)

/** A folder whose store has feeds of these names. */
const folderWithFeeds = async (...names: readonly string[]): Promise<CallOptions> => {
  const cwd = await folderWith({})
  for (const name of names) expect(await feeds(['add', name, URL], { cwd })).toMatchObject({ code: 0, stderr: '' })
  return { cwd }
}

const listed = async (options: CallOptions): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  JSON.parse((await feeds(['list', '--json'], options)).stdout) as readonly Record<string, unknown>[]

describe('sigmill feeds edit', () => {
  it('changes what is said of a feed, forgets what no longer holds, and leaves the rest', async () => {
    const options = await folderWithFeeds('partner')
    const said = ['--tlp', 'amber', '--lifetime', '30d', '--header', 'Auth-Key: env:PARTNER_KEY']
    expect(await feeds(['edit', 'partner', ...said], options)).toMatchObject({
      code: 0,
      stdout: 'Changed the feed partner; its next run is due.\n'
    })
    const forgotten = await feeds(
      ['edit', 'partner', '--every', '2h', '--forget', 'lifetime,header', '--json'],
      options
    )
    expect(JSON.parse(forgotten.stdout)).toMatchObject({
      url: URL,
      schedule: { every: '2h' },
      tlp: 'amber',
      lifetime_days: null,
      headers: []
    })
  })

  it.each([
    [[], /it was told nothing to change/],
    [['--forget', 'lifetme'], /Did you mean "lifetime"/],
    [['--forget', 'url'], /is nothing that is said of a feed/],
    [['--cron', 'daily'], /--cron/]
  ])('refuses %j', async (flags, reason) => {
    const options = await folderWithFeeds('partner')
    const before = await listed(options)
    expect(await feeds(['edit', 'partner', ...flags], options)).toMatchObject({
      code: 2,
      stderr: like(reason)
    })
    expect(await listed(options)).toEqual(before)
  })
})

describe('sigmill feeds add', () => {
  it('adds a feed that is fetched every hour, and makes the store', async () => {
    const options = { cwd: await folderWith({}) }
    expect(await feeds(['add', 'Our sensors', URL], options)).toEqual({
      code: 0,
      signal: null,
      stdout: 'Added the feed Our sensors; its first run is due.\n',
      stderr: ''
    })
    expect(await listed(options)).toMatchObject([
      { name: 'Our sensors', url: URL, standing: 'enabled', schedule: { every: '1h' }, last_run: null, alarm: null }
    ])
  })

  it('takes everything that may be said, headers and networks several times', async () => {
    const options = { cwd: await folderWith({}) }
    const flags = [
      ['--format', 'stix', '--cron', '0 6 * * *', '--mode', 'list', '--confidence', 'high', '--industry'],
      ['energy,water', '--role', 'source', '--tlp', 'amber', '--threat-type', 'scanner,botnet_cc', '--lifetime', '30d'],
      ['--licence', 'CC0', '--header', 'Auth-Key: env:PARTNER_KEY', '--header', 'Accept: text/csv'],
      ['--allow-network', '10.20.0.0/16', '--allow-network', 'fd00::/8', '--json']
    ].flat()
    const { stdout } = await feeds(['add', 'partner', URL, ...flags], options)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'stix',
      schedule: { cron: '0 6 * * *' },
      mode: 'list',
      confidence: 'high',
      industries: ['energy', 'water-and-wastewater'],
      role: 'source',
      tlp: 'amber',
      threat_types: ['botnet_cc', 'scanner'],
      lifetime_days: 30,
      licence: 'CC0',
      headers: [
        { name: 'Auth-Key', variable: 'PARTNER_KEY' },
        { name: 'Accept', variable: null }
      ],
      allow_networks: ['10.20.0.0/16', 'fd00::/8']
    })
  })

  it('never shows the value of a header, and says how to keep it out of the store', async () => {
    const options = { cwd: await folderWith({}) }
    const added = await feeds(['add', 'partner', `${URL}?key=s3cret`, '--header', 'Auth-Key: s3cret'], options)
    expect(added.stderr).toContain('env:VARIABLE')
    const shown = [added, await feeds(['list'], options), await feeds(['show', 'partner'], options)]
    shown.push(await feeds(['list', '--json'], options), await feeds(['show', 'partner', '--json'], options))
    for (const { code, stdout, stderr } of shown) {
      expect(code).toBe(0)
      expect(stdout + stderr).not.toContain('s3cret')
    }
  })

  it.each([
    [['--every', '1s'], '--every "1s"'],
    [['--cron', 'daily'], '--cron "daily"'],
    [['--every', '1h', '--cron', '0 6 * * *'], '--cron'],
    [['--format', 'taxi'], 'Did you mean "taxii"?'],
    [['--mode', 'windows'], 'Did you mean "window"?'],
    [['--confidence', 'hgih'], 'Did you mean "high"?'],
    [['--industry', 'energi'], 'Did you mean "energy"?'],
    [['--lifetime', '400d'], '--lifetime "400d"'],
    [['--header', 'Host: a'], '--header "Host"'],
    [['--header', 'Key: env:SIGMILL_SECRET'], 'settings of sigmill'],
    [['--allow-network', '10.0.0.0/33'], '10.0.0.0/33'],
    [['--every', '1h', '--every', '2h'], 'given twice']
  ])('refuses %j', async (flags, message) => {
    const { code, stdout, stderr } = await feeds(['add', 'feed', URL, ...flags], { cwd: await folderWith({}) })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  it('refuses a name that is taken, and a URL that is missing', async () => {
    const options = await folderWithFeeds('feed')
    expect(await feeds(['add', 'feed', URL], options)).toMatchObject({
      code: 2,
      stderr: like(/There is a feed "feed"/)
    })
    expect(await feeds(['add', 'feed'], options)).toMatchObject({ code: 2, stderr: like(/URL/) })
    expect(await feeds(['add', 'other', 'feeds.example'], options)).toMatchObject({ code: 2 })
    expect(await listed(options)).toHaveLength(1)
  })
})

describe('sigmill feeds list and show', () => {
  it('say so when there are none', async () => {
    const options = { cwd: await folderWith({ 'list.txt': '192.0.2.1\n' }) }
    await sigmill(['import', 'list.txt'], options)
    expect((await feeds(['list'], options)).stdout).toContain('sigmill feeds add')
    expect(await listed(options)).toEqual([])
  })

  it('show feeds for people', async () => {
    const options = await folderWithFeeds('b', 'a')
    await feeds(['freeze', 'b'], options)
    expect((await feeds(['list'], options)).stdout.split('\n')).toEqual([
      'NAME  STANDING  SCHEDULE  NEXT RUN  READ   SIZE  ALARM',
      'a     enabled   every 1h  due       never  -     -',
      'b     frozen    every 1h  -         never  -     -',
      ''
    ])
    const { stdout } = await feeds(['show', 'a', 'b'], options)
    expect(stdout).toMatch(/^feed +a$[^]*^next run +due$[^]*^feed +b$[^]*^next run +-$/m)
  })

  it('name the nearest feed where there is none of a name', async () => {
    const options = await folderWithFeeds('URLhaus')
    for (const command of ['show', 'enable', 'disable', 'freeze', 'approve', 'remove']) {
      const { code, stdout, stderr } = await feeds([command, 'urlhous'], options)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain('Did you mean "URLhaus"?')
    }
  })
})

describe('the standing of feeds', () => {
  it('changes for all that are named', async () => {
    const options = await folderWithFeeds('a', 'b', 'c')
    expect((await feeds(['disable', 'a', 'b'], options)).stdout).toBe(
      'The feed a is disabled.\nThe feed b is disabled.\n'
    )
    expect(await feeds(['freeze', 'b', '--json'], options)).toMatchObject({ stdout: like(/"standing": "frozen"/) })
    expect((await listed(options)).map(({ standing }) => standing)).toEqual(['disabled', 'frozen', 'enabled'])
    await feeds(['enable', 'a', 'b'], options)
    expect((await listed(options)).map(({ standing }) => standing)).toEqual(['enabled', 'enabled', 'enabled'])
  })
})

describe('sigmill feeds run', () => {
  it('takes a feed in and says how that ended', async () => {
    const options = { cwd: await folderWith({ 'list.txt': '198.18.0.1\n198.18.0.2\nnonsense\n' }) }
    await feeds(['add', 'sensors', `file://${options.cwd}/list.txt`], options)
    const refused = await feeds(['run', 'sensors'], options)
    expect(refused).toMatchObject({ code: 1, stdout: 'sensors: failed: 0 read\n', stderr: like(/^sensors: failing: /) })
    const { code, stdout, stderr } = await feeds(['run', 'sensors', '--fetch-folders', options.cwd], options)
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'sensors: changed: 3 read, 2 accepted, 1 rejected, 2 new\n',
      stderr: ''
    })
    expect(await listed(options)).toMatchObject([{ size: 2, failures: 0, alarm: null }])
  })

  it('refuses a feed that is not enabled', async () => {
    const options = await folderWithFeeds('feed')
    await feeds(['disable', 'feed'], options)
    expect(await feeds(['run', 'feed'], options)).toMatchObject({ code: 2, stderr: like(/is disabled; enable it/) })
  })
})

describe('sigmill feeds approve', () => {
  it('refuses a feed of which nothing is held', async () => {
    const options = await folderWithFeeds('feed')
    expect(await feeds(['approve', 'feed'], options)).toMatchObject({ code: 2, stderr: like(/waits for approval/) })
  })
})

describe('sigmill feeds remove', () => {
  it('takes the indicators of the feed out of the rules', async () => {
    const options = await folderWithFeeds('partner')
    const stdin = '192.0.2.1\n192.0.2.2\n'
    await sigmill(['import', '-', '--feed', 'partner'], { ...options, stdin })
    await sigmill(['import', '-', '--feed', 'other'], { ...options, stdin: '192.0.2.2\n' })
    expect(await feeds(['remove', 'partner'], options)).toMatchObject({
      code: 0,
      stdout: 'Removed the feed partner; it named 2 indicators.\n'
    })
    const { stdout } = await sigmill(['rules'], options)
    expect(stdout.match(/^title: .*/gm)).toEqual(["title: 'SOC Defenders IOC - Malicious IP 192.0.2.2'"])
    expect(await listed(options)).toEqual([])
  })
})
