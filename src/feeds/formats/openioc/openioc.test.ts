import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { MOST_HELD } from '../../hold-until-context.ts'
import { openioc } from './openioc.ts'

const MD5 = '0123456789abcdef0123456789abcdef'

const item = (search: string, content: string, rest = 'condition="is"'): string =>
  `<IndicatorItem id="x" ${rest}>\n<Context document="x" search="${search}" type="mir" />\n` +
  `<Content type="string">${content}</Content>\n</IndicatorItem>\n`

const group = (operator: string, ...members: readonly string[]): string =>
  `<Indicator id="x" operator="${operator}">\n${members.join('')}</Indicator>\n`

const version10 = (definition: string, metadata = ''): string =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<!-- licence -->\n<ioc xmlns="http://schemas.mandiant.com/2010/ioc" id="x">\n` +
  `${metadata}<definition>\n${definition}</definition>\n</ioc>\n`

const version11 = (criteria: string, metadata = ''): string =>
  `<OpenIOC xmlns="http://openioc.org/schemas/OpenIOC_1.1" id="x" published-date="0001-01-01T00:00:00">\n` +
  `<metadata>${metadata}</metadata>\n<criteria>\n${criteria}</criteria>\n<parameters/>\n</OpenIOC>\n`

const METADATA =
  '<short_description>EXAMPLE (REPORT)</short_description>\n' +
  '<description>Read https://reports.example/1.</description>\n<keywords>one, two</keywords>\n' +
  '<authored_by>someone</authored_by>\n<authored_date>2026-01-02T03:04:05Z</authored_date>\n<links>\n' +
  '<link rel="threatgroup">Example Bear</link>\n<link rel="family">LOADER</link>\n<link rel="category">Backdoor</link>\n' +
  '<link rel="license">Apache 2.0</link>\n<link rel="report" href="https://reports.example/2"/>\n<link>other</link>\n</links>\n'

const FACTS = {
  firstSeen: Date.UTC(2026, 0, 2, 3, 4, 5) / 1000,
  context: {
    actors: ['Example Bear'],
    malwareFamilies: ['LOADER'],
    threatTypes: ['Backdoor'],
    licences: ['Apache 2.0'],
    tags: ['EXAMPLE (REPORT)', 'one', 'two'],
    links: ['https://reports.example/1', 'https://reports.example/2']
  }
}

const read = async (text: string): Promise<readonly FeedItem[]> => {
  const { items, problem } = await readText(openioc, text)
  expect(problem).toBeUndefined()
  return items
}

/** Values and rejections of one definition. */
const outcomes = async (definition: string): Promise<readonly unknown[]> =>
  (await read(version10(definition))).map((item) => ('rejection' in item ? item.rejection : item.value))

const hash = item('FileItem/Md5sum', MD5)
const host = item('Network/DNS', 'a.example', 'condition="contains"')
const joined = (search: string) => ({
  reason: 'unsupported_pattern',
  detail: `${search} only together with other terms`
})

describe('OpenIOC documents', () => {
  it.each([
    ['1.0', version10(group('OR', hash, host), METADATA), 19],
    ['1.1', version11(group('OR', hash, host), METADATA), 18]
  ])('of version %s give their terms with what is said about them', async (_, text, line) => {
    expect(await read(text)).toEqual([
      { kind: 'md5', value: MD5, position: `line ${line}`, ...FACTS },
      { kind: 'domain', value: 'a.example', position: `line ${line + 4}`, ...FACTS }
    ])
  })

  it('say nothing where they have nothing to say', async () => {
    expect(await read(version10(group('OR', hash), '<short_description/><keywords />'))).toEqual([
      { kind: 'md5', value: MD5, position: 'line 6' }
    ])
  })

  it('say a bounded number of things', async () => {
    const keywords = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ')
    const [item] = await read(version10(group('OR', hash), `<keywords>${keywords}</keywords>`))
    expect(item).toHaveProperty('context.tags.length', 200)
  })

  it('may have prefixes, no namespace, and elements of other namespaces', async () => {
    const prefixed = version10(group('OR', host))
      .replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1p:')
      .replace('xmlns=', 'xmlns:p=')
    expect(await read(prefixed)).toMatchObject([{ value: 'a.example' }])
    expect(await read(version10(group('OR', host)).replace(/xmlns="[^"]*"/, ''))).toMatchObject([
      { value: 'a.example' }
    ])
    const foreign = `<x xmlns="https://other.example/">${host}<short_description>x</short_description></x>`
    expect(await read(version10(foreign))).toEqual([])
  })

  it('are refused where they are other documents', async () => {
    expect(await read('<rss><ioc/></rss>')).toEqual([
      { value: '', position: 'line 1', rejection: { reason: 'bad_record', detail: 'rss is no OpenIOC document' } }
    ])
  })

  it('are known by their namespace', () => {
    const recognise = (text: string): boolean => openioc.recognise({ text, complete: true })
    expect(recognise('<?xml version="1.0"?><ioc/>')).toBe(false)
    expect(recognise('http://schemas.mandiant.com/2010/ioc')).toBe(false)
  })

  it('define no entities', async () => {
    const text = version10(group('OR', host)).replace('<ioc', '<!DOCTYPE ioc [<!ENTITY x SYSTEM "file:///x">]>\n<ioc')
    const { items, problem } = await readText(openioc, text)
    expect(items).toEqual([])
    expect(problem).toMatchObject({ code: 'input_broken' })
    expect(problem?.message).toContain('DOCTYPE')
  })
})

describe('a term', () => {
  it.each([
    ['FileItem/Sha1sum', 'a'.repeat(40), 'sha1', undefined],
    ['FileItem/Sha256sum', 'a'.repeat(64), 'sha256', undefined],
    ['TaskItem/sha256sum', 'a'.repeat(64), 'sha256', undefined],
    ['ServiceItem/pathmd5sum', MD5, 'md5', undefined],
    ['DnsEntryItem/Host', 'a.example', 'domain', undefined],
    ['DnsEntryItem/RecordName', 'a.example', 'domain', undefined],
    ['PortItem/remoteIP', '192.0.2.1', 'ipv4', 'destination'],
    ['PortItem/remoteIP', '2001:db8::1', 'ipv6', 'destination'],
    ['Network/URI', 'a.example', 'domain', undefined],
    ['Network/URI', '192.0.2.1', 'ipv4', undefined],
    ['Network/URI', 'a.example/path', 'url', undefined],
    ['Network/URI', MD5, 'url', undefined],
    ['UrlHistoryItem/URL', 'http://a.example/', 'url', undefined],
    ['Email/From', 'a@b.example', 'email', undefined]
  ])('that searches %s for %s has a kind', async (search, content, kind, role) => {
    const context = role === undefined ? {} : { context: { role } }
    expect(await read(version10(group('OR', item(search, content))))).toEqual([
      { kind, value: content, position: 'line 6', ...context }
    ])
  })

  it.each([
    'FileItem/FileName',
    'ProcessItem/SectionList/MemorySection/Md5sum',
    'FileItem/PEInfo/DigitalSignature/Sha1sum',
    'PortItem/localIP',
    'Network/String',
    'Email/To'
  ])('that searches %s is of none of our kinds', async (search) => {
    expect(await outcomes(group('OR', item(search, MD5)))).toEqual([{ reason: 'unsupported_type', detail: search }])
  })

  it('counts where it asks for a value, and not for another or a form of it', async () => {
    const terms = ['condition="IS"', 'condition="matches"', 'condition="isnot"', '', 'condition="is" negate="true"']
    const of = (rest: string): string => item('Network/DNS', 'a.example', rest)
    expect(await outcomes(group('OR', ...terms.map(of)))).toEqual([
      'a.example',
      { reason: 'unsupported_pattern', detail: 'Network/DNS matches' },
      { reason: 'unsupported_pattern', detail: 'Network/DNS isnot' },
      { reason: 'unsupported_pattern', detail: 'Network/DNS ' },
      { reason: 'unsupported_pattern', detail: 'not Network/DNS is' }
    ])
  })

  it('is read with its references and sections of text, whatever stands between', async () => {
    const content = ' https://a.example/?a&amp;<!-- x --><![CDATA[b=1&]]>c '
    expect(await outcomes(group('OR', item('Network/URI', content)))).toEqual(['https://a.example/?a&b=1&c'])
  })

  it('is a bad record without its parts', async () => {
    const bad = { reason: 'bad_record', detail: 'an item without its context or content' }
    const terms = [
      '<IndicatorItem/>',
      item('Network/DNS', ' '),
      '<IndicatorItem><Context/><Content>x</Content></IndicatorItem>'
    ]
    expect(await outcomes(group('OR', ...terms))).toEqual([bad, bad, bad])
  })
})

describe('the logic of terms', () => {
  it('lets a term stand alone with OR around it, however deep', async () => {
    expect(await outcomes(group('or', group('OR', hash), host))).toEqual([MD5, 'a.example'])
    expect(await outcomes(hash)).toEqual([MD5])
  })

  it('refuses what counts only together with others', async () => {
    const logic = group('OR', hash, group('AND', host, group('OR', hash, hash)), host)
    expect(await outcomes(logic)).toEqual([
      MD5,
      joined('Network/DNS'),
      joined('FileItem/Md5sum'),
      joined('FileItem/Md5sum'),
      'a.example'
    ])
    const nameless = `<Indicator>${hash}${host}</Indicator>`
    expect(await outcomes(nameless)).toEqual([joined('FileItem/Md5sum'), joined('Network/DNS')])
    expect(await outcomes(group('XOR', hash, host))).toEqual([joined('FileItem/Md5sum'), joined('Network/DNS')])
  })

  it('takes AND with one member for that member', async () => {
    expect(await outcomes(group('AND', group('OR', hash, group('AND', host, host), host)))).toEqual([
      MD5,
      joined('Network/DNS'),
      joined('Network/DNS'),
      'a.example'
    ])
  })

  it('lets nothing stand alone in a negated group', async () => {
    expect(await outcomes(`<Indicator operator="OR" negate="true">${hash}</Indicator>`)).toEqual([
      joined('FileItem/Md5sum')
    ])
  })

  it('keeps the reason of a term that gives nothing anyway', async () => {
    expect(await outcomes(group('AND', item('FileItem/FileName', 'x.exe'), hash))).toEqual([
      { reason: 'unsupported_type', detail: 'FileItem/FileName' },
      joined('FileItem/Md5sum')
    ])
  })

  it('waits for no more terms than can be held', async () => {
    const terms = Array.from({ length: MOST_HELD + 1 }, () => '<IndicatorItem/>')
    const text = version10(group('AND', group('OR', ...terms, hash)))
    expect((await read(text)).at(-1)).toMatchObject({ rejection: joined('FileItem/Md5sum') })
  })
})

feedFormatContract(openioc, [
  {
    what: 'a document of version 1.0',
    text: version10(
      group('OR', hash, host, group('AND', item('FileItem/FileName', 'x.exe'), item('FileItem/SizeInBytes', '17'))),
      METADATA
    )
  },
  {
    what: 'a document of version 1.1',
    text: version11(group('OR', host, item('PortItem/remoteIP', '192.0.2.1')), METADATA)
  }
])
