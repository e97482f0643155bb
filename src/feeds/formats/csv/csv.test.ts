import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../indicator/parse-time.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { csv } from './csv.ts'

const MD5 = '0123456789abcdef0123456789abcdef'
const SHA1 = 'a'.repeat(40)
const SHA256 = 'b'.repeat(64)

const TYPED = `type,indicator,first_seen,last_seen,confidence,threat_type,family,actor,tags,technique,reference,tlp,sector,description
domain,bad.example.com,2026-05-01,2026-05-17,80,c2,Example RAT,APT-X; APT-Y,"a,b",T1059.001: PowerShell,see https://example.org/r,TLP:AMBER,energy,"text, more"
ip:port,192.0.2.1:443,5/17/2026,,low,,Unknown malware,,None,nothing,,,,
filename,x.exe,,,,,,,,,,,,
`

const HASHES = `Date;SHA256;MD5;imphash;Filename
2026-05-17;${SHA256};${MD5};${'c'.repeat(32)};x.exe
2026-05-18;n/a;${'d'.repeat(32)};;
`

const BARE = `2026-05-17 03:00:39,${SHA256},RTF
2026-05-18 03:31:09,${'e'.repeat(64)},PE
`

feedFormatContract(csv, [
  { what: 'a table of typed values', text: TYPED },
  { what: 'columns of hashes', text: HASHES },
  { what: 'a table without header', text: BARE }
])

const read = async (text: string, columns?: Record<string, string>): Promise<readonly unknown[]> => {
  const { items, problem } = await readText(csv, text, { columns })
  expect(problem).toBeUndefined()
  return items.map((item) => ('rejection' in item ? [item.rejection.reason, item.value] : [item.kind, item.value]))
}

const isTable = (text: string, complete = true): boolean => csv.recognise({ text, complete })

describe('csv', () => {
  it('reads typed values with everything that usual columns say', async () => {
    const { items } = await readText(csv, TYPED)
    expect(items).toEqual([
      {
        kind: 'domain',
        value: 'bad.example.com',
        position: 'line 2',
        confidence: 'high',
        firstSeen: parseTime('2026-05-01'),
        lastSeen: parseTime('2026-05-17'),
        context: {
          threatTypes: ['c2'],
          malwareFamilies: ['Example RAT'],
          actors: ['APT-X', 'APT-Y'],
          tags: ['a', 'b'],
          techniques: ['T1059.001'],
          industries: ['energy'],
          links: ['https://example.org/r'],
          tlp: 'amber'
        }
      },
      {
        kind: 'ipv4',
        value: '192.0.2.1',
        position: 'line 3',
        confidence: 'low',
        firstSeen: parseTime('2026-05-17'),
        context: { ports: [443] }
      },
      { value: 'x.exe', position: 'line 4', rejection: { reason: 'unsupported_type', detail: 'filename' } }
    ])
  })

  it('reads several values of a row, and no hash that is none of ours', async () => {
    const { items } = await readText(csv, HASHES)
    expect(items.map(({ value }) => value)).toEqual([SHA256, MD5, 'd'.repeat(32)])
    expect(items[0]).toMatchObject({
      kind: 'sha256',
      firstSeen: parseTime('2026-05-17'),
      context: { fileNames: ['x.exe'] }
    })
  })

  it('reads a table without header by what stands in its first rows', async () => {
    const { items } = await readText(csv, BARE)
    expect(items[0]).toEqual({
      kind: undefined,
      value: SHA256,
      position: 'line 1',
      firstSeen: parseTime('2026-05-17T03:00:39Z')
    })
    expect(items).toHaveLength(2)
  })

  it('takes the first of several columns of times, and no cell that stands empty', async () => {
    const text = `${SHA256},2026-05-17,2026-05-18,\n${'e'.repeat(64)},2026-05-17,2026-05-18,\n`
    const { items } = await readText(csv, text)
    expect(items[0]).toMatchObject({ firstSeen: parseTime('2026-05-17') })
  })

  it('finds a header in a comment, and takes no remark for a value', async () => {
    const text = '# list, of servers, today\n#ip,ioc\n192.0.2.1,Possible example C2 IP\n192.0.2.2,TEST DATA\n# end\n'
    expect(await read(text)).toEqual([
      ['ipv4', '192.0.2.1'],
      ['ipv4', '192.0.2.2']
    ])
  })

  it('takes the most telling of several columns for type and value', async () => {
    const text = 'IoC,IoC_Type,Type,Value\nbad.example.com,domainname,Rapid Release,x.example.com\n'
    expect(await read(text)).toEqual([['domain', 'bad.example.com']])
  })

  it('lets values without a type speak for themselves', async () => {
    expect(await read('type,value,x\n,192.0.2.1,1\nurl,example.com/a,2\n')).toEqual([
      [undefined, '192.0.2.1'],
      ['url', 'example.com/a']
    ])
  })

  it('needs no column for the type', async () => {
    expect(await read('indicator,family\nbad.example.com,x\n192.0.2.1,y\n')).toEqual([
      [undefined, 'bad.example.com'],
      [undefined, '192.0.2.1']
    ])
  })

  it('reads several values in a cell', async () => {
    const text = `value,entity_type,description\n"${SHA1},${MD5},${SHA256}",file,sample\n"192.0.2.1\n\n192.0.2.2",ipaddress,two\n`
    expect(await read(text)).toEqual([
      ['sha1', SHA1],
      ['md5', MD5],
      ['sha256', SHA256],
      ['ipv4', '192.0.2.1'],
      ['ipv4', '192.0.2.2']
    ])
  })

  it('splits composites, with their role and file name', async () => {
    const text = `type,value\ndomain|ip,bad.example.com|192.0.2.1\nfilename|md5,x.exe|${MD5}\nip-src,192.0.2.9\nfile,C:\\x.exe\n`
    const { items } = await readText(csv, text)
    expect(items).toMatchObject([
      { kind: 'domain', value: 'bad.example.com' },
      { kind: 'ipv4', value: '192.0.2.1' },
      { kind: 'md5', value: MD5, context: { fileNames: ['x.exe'] } },
      { kind: 'ipv4', value: '192.0.2.9', context: { role: 'source' } },
      { value: String.raw`C:\x.exe`, rejection: { reason: 'unsupported_type', detail: 'file' } }
    ])
  })

  it('takes the role from a column, its name or the type', async () => {
    const text = 'c2,direction\n192.0.2.1,\n192.0.2.2,Source\n192.0.2.3,dst\n192.0.2.4,sideways\n'
    const { items } = await readText(csv, text)
    expect(items).toMatchObject(
      ['destination', 'source', 'destination', 'destination'].map((role) => ({ context: { role } }))
    )
  })

  it('takes ports and file names beside the values', async () => {
    const text = 'dst_ip,dst_port,filename\n192.0.2.1,443; 8443,x.exe\n192.0.2.2,https,\n'
    const { items } = await readText(csv, text)
    expect(items).toMatchObject([
      { value: '192.0.2.1', context: { role: 'destination', ports: [443, 8443], fileNames: ['x.exe'] } },
      { value: '192.0.2.2', context: { role: 'destination' } }
    ])
    expect(items[1]).not.toHaveProperty('context.ports')
  })

  it('rejects a row that holds no value', async () => {
    expect(await read('domain,note\n,only a note\nbad.example.com,\n')).toEqual([
      ['empty', 'only a note'],
      ['domain', 'bad.example.com']
    ])
    expect(await read('note,domain\nshort\nx,bad.example.com\n')).toEqual([
      ['empty', 'short'],
      ['domain', 'bad.example.com']
    ])
  })

  it('loses one row to a bad quote', async () => {
    expect(await read('domain,note\nbad.example.com,"open\nworse.example.com,x\n')).toEqual([
      ['bad_record', 'bad.example.com,"open'],
      ['domain', 'worse.example.com']
    ])
  })

  it('finds values in columns of unknown names', async () => {
    expect(await read('Bad Thing,Type,Added\nbad.example.com,domain,2026-05-17\n')).toEqual([
      ['domain', 'bad.example.com']
    ])
    expect(await read('Bad Thing,Family\nbad.example.com,x\n')).toEqual([[undefined, 'bad.example.com']])
  })

  it('takes the first row for data where no name in it is known', async () => {
    expect(await read('Bad Thing,Where\nbad.example.com,x\nworse.example.com,y\n')).toEqual([
      [undefined, 'Bad Thing'],
      [undefined, 'bad.example.com'],
      [undefined, 'worse.example.com']
    ])
    expect(await read('IP,192.0.2.1\nIP,192.0.2.2\n')).toEqual([
      [undefined, '192.0.2.1'],
      [undefined, '192.0.2.2']
    ])
  })

  it('reads names of columns with dots as names', async () => {
    expect(await read('source.ip,file.hash.md5\n192.0.2.1,x\n')).toEqual([
      ['ipv4', '192.0.2.1'],
      ['md5', 'x']
    ])
  })

  it('reads columns as the caller says, by name or number', async () => {
    expect(
      await read('Bad Thing,Domain\nx.example.com,y.example.com\n', { 'bad thing': 'domain', Domain: 'ignore' })
    ).toEqual([['domain', 'x.example.com']])
    expect(await read('x,bad.example.com\ny,worse.example.com\n', { 2: 'domain', 1: 'family' })).toEqual([
      ['domain', 'bad.example.com'],
      ['domain', 'worse.example.com']
    ])
    expect(await read('a,ioc,domain\nx,remark,y.example.com\n', { ioc: 'value' })).toEqual([
      [undefined, 'remark'],
      ['domain', 'y.example.com']
    ])
  })

  it('knows a header by the names that the caller gives', async () => {
    const text = 'Bad Host,Note\nbad.example.com,x\n'
    expect(await read(text, { 'Bad Host': 'domain' })).toEqual([['domain', 'bad.example.com']])
    expect(await read(text, { 'Bad Host': 'value', Note: 'value' })).toEqual([
      [undefined, 'bad.example.com'],
      [undefined, 'x']
    ])
    expect(await read('ioc,value\n192.0.2.1,192.0.2.2\n', { value: 'value' })).toEqual([[undefined, '192.0.2.2']])
  })

  it('reads no time where none can be read', async () => {
    const { items } = await readText(csv, 'date,domain\nsoon,bad.example.com\n')
    expect(items).toEqual([{ kind: 'domain', value: 'bad.example.com', position: 'line 2' }])
  })

  it('passes over comments that cannot be taken apart, and short rows', async () => {
    expect(await read('# a "comment, with a stray quote\n192.0.2.1,x\n192.0.2.2\n')).toEqual([
      [undefined, '192.0.2.1'],
      [undefined, '192.0.2.2']
    ])
  })

  it('passes over titles above the names of the columns', async () => {
    const text = 'Indicators of May,,\n,,\nIOC Type,IOC Value,Note\nFile Hash,' + MD5 + ',x\nIP Address,192.0.2.1,y\n'
    expect(await read(text)).toEqual([
      ['md5', MD5],
      ['ipv4', '192.0.2.1']
    ])
    expect(isTable(text)).toBe(true)
    expect(isTable('Indicators of May\nDomain,Address\nbad.example.com,192.0.2.1\n')).toBe(true)
  })

  it('rejects what has expired, was revoked or is not for detection', async () => {
    const text =
      'domain,valid_until,revoked,to_ids,action\na.example,2026-05-16,,,\nb.example,2026-05-18,no,1,Block\n' +
      'c.example,,TRUE,,\nd.example,,,0,\ne.example,soon,,,Allowed\n'
    const { items } = await readText(csv, text)
    expect(items).toEqual([
      {
        value: 'a.example',
        position: 'line 2',
        rejection: { reason: 'expired', detail: 'valid until 2026-05-16T00:00:00Z' },
        takesBack: { kind: 'domain', value: 'a.example' }
      },
      { kind: 'domain', value: 'b.example', position: 'line 3', validUntil: Date.UTC(2026, 4, 18) / 1000 },
      {
        value: 'c.example',
        position: 'line 4',
        rejection: { reason: 'revoked' },
        takesBack: { kind: 'domain', value: 'c.example' }
      },
      {
        value: 'd.example',
        position: 'line 5',
        rejection: { reason: 'not_for_detection', detail: '0' },
        takesBack: { kind: 'domain', value: 'd.example' }
      },
      {
        value: 'e.example',
        position: 'line 6',
        rejection: { reason: 'not_for_detection', detail: 'Allowed' },
        takesBack: { kind: 'domain', value: 'e.example' }
      }
    ])
  })

  it('reads the end of validity with the day before the month where the table has it so', async () => {
    const { items } = await readText(csv, 'domain,expires\na.example,18/05/2026\nb.example,05/06/2026\n')
    expect(items).toMatchObject([
      { validUntil: Date.UTC(2026, 4, 18) / 1000 },
      { validUntil: Date.UTC(2026, 5, 5) / 1000 }
    ])
  })

  it('takes the severity and the TLP among the tags', async () => {
    const { items } = await readText(
      csv,
      'domain,severity,tags,tlp\na.example,Critical,"x,TLP:AMBER",green\nb.example,high,,\n'
    )
    expect(items).toMatchObject([{ context: { critical: true, tlp: 'amber' } }, { value: 'b.example' }])
    expect(items[1]).not.toHaveProperty('context')
  })

  it('reads dates with slashes by the day first where a cell can only be meant so', async () => {
    const times = async (other: string): Promise<readonly unknown[]> =>
      (await readText(csv, `domain,date\na.example,${other}\nb.example,2/10/17\n`)).items.map((item) =>
        'firstSeen' in item ? item.firstSeen : undefined
      )
    expect(await times('12/31/2016')).toEqual([parseTime('2016-12-31'), parseTime('2017-02-10')])
    expect(await times('31/12/2016')).toEqual([parseTime('2016-12-31'), parseTime('2017-10-02')])
  })

  it('takes URLs on one host beside other values for reports', async () => {
    const row = (name: string, url: string): string => `${name},used by x,${url}\n`
    const text = row('192.0.2.1', 'http://example.org/a') + row('192.0.2.2', 'http://example.org/b')
    const { items } = await readText(csv, text)
    expect(items).toMatchObject([
      { value: '192.0.2.1', context: { links: ['http://example.org/a'] } },
      { value: '192.0.2.2', context: { links: ['http://example.org/b'] } }
    ])
    const different = row('192.0.2.1', 'http://a.example/a') + row('192.0.2.2', 'http://b.example/b')
    expect(await read(different)).toHaveLength(4)
    expect(await read(row('192.0.2.1', 'a.example') + row('192.0.2.2', 'b.example'))).toHaveLength(4)
    expect(await read(row('192.0.2.1', 'soon') + row('192.0.2.2', 'http://b.example/b'))).toHaveLength(4)
  })

  it('reads the hashes of a file as ThreatConnect writes them', async () => {
    expect(await read(`Type,Summary\nFile,${MD5} : ${SHA1}\nAddress,192.0.2.1\n`)).toEqual([
      ['md5', MD5],
      ['sha1', SHA1],
      ['ipv4', '192.0.2.1']
    ])
  })

  it('leaves hosts files to the list', () => {
    expect(isTable('127.0.0.1\tbad.example.com\n127.0.0.1\tworse.example.com\n')).toBe(false)
    expect(isTable('192.0.2.1\tbad.example.com\n192.0.2.2\tworse.example.com\n')).toBe(true)
  })

  it('names the nearest column for one that is not there', async () => {
    const { problem } = await readText(csv, TYPED, { columns: { indicater: 'value' } })
    expect(problem?.code).toBe('input_unknown')
    expect(problem?.message).toContain('the table has no column "indicater". Did you mean "indicator"?')
  })

  it('says so when no column holds values', async () => {
    const { problem } = await readText(csv, 'Name,Weather\nx,fine\n')
    expect(problem?.code).toBe('input_unknown')
    expect(problem?.message).toContain('(first row: Name, Weather)')
  })

  it('gives nothing for comments alone', async () => {
    expect(await read('# nothing, today\n')).toEqual([])
  })

  it('is recognised by rows of the same width with a column of values', () => {
    expect(isTable('192.0.2.1\n192.0.2.2\n')).toBe(false)
    expect(isTable('192.0.2.1 # a, b\n192.0.2.2 # c\n192.0.2.3 # d, e, f\n')).toBe(false)
    expect(isTable('It was dark, and it was cold.\nNothing, nothing happened.\n')).toBe(false)
    expect(isTable('<a>,b\n192.0.2.1,c\n')).toBe(false)
    expect(isTable('ip,port\n192.0.2.1,80\n192.0.2.2,81\n', false)).toBe(true)
  })
})
