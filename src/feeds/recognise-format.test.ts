import { describe, expect, it } from 'vitest'
import { Problem } from '../problem/problem.ts'
import { FORMATS } from './formats.ts'
import { formatNamed, recogniseFormat } from './recognise-format.ts'

const problemOf = (text: string, complete = true): Problem => {
  try {
    const { name } = recogniseFormat({ text, complete })
    throw new Error(`recognised as ${name}`)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

describe('recogniseFormat', () => {
  it.each([
    ['list', '192.0.2.1\n192.0.2.2\n'],
    ['list', '# nothing today\n'],
    ['csv', 'ip,port\n192.0.2.1,80\n'],
    ['feodo-csv', '"first_seen_utc","dst_ip","dst_port","c2_status","last_online","malware"\n'],
    ['urlhaus-csv', '# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter\n'],
    ['kev-json', '{"vulnerabilities":[{"cveID":"CVE-2099-0001","dateAdded":"2026-05-17","vulnerabilityName":"x"}]}']
  ])('finds %s', (name, text) => {
    expect(recogniseFormat({ text, complete: true }).name).toBe(name)
  })

  it('says that an input is empty', () => {
    expect(problemOf('').code).toBe('input_empty')
    expect(problemOf(' \n').code).toBe('input_empty')
    expect(problemOf(' \n', false).code).toBe('input_unknown')
  })

  it('says what makes an input binary', () => {
    expect(problemOf('192.0.2.1\n\0').message).toContain('character 11 is a NUL')
    expect(problemOf('\u0001\uFFFDab').message).toContain('2 of its first 4 characters are control characters')
    expect(recogniseFormat({ text: `192.0.2.1\n${'192.0.2.2\n'.repeat(10)}\uFFFD`, complete: true }).name).toBe('list')
  })

  it('says that an input is a web page', () => {
    expect(problemOf('\n<!DOCTYPE html><title>192.0.2.1</title>').code).toBe('input_html')
    expect(problemOf('<html lang="en">').code).toBe('input_html')
  })

  it('says what an unknown input looks like and which formats there are', () => {
    expect(problemOf('<?xml version="1.0"?><ioc/>').message).toContain('it looks like XML')
    expect(problemOf('{"a":{"b":1},"a":2}').message).toContain('it looks like JSON with the members "a", "b"')
    expect(problemOf('[1,2]').message).toContain('it looks like JSON with no named members')
    expect(problemOf('Once upon a time\nthere was').message).toContain('it begins with "Once upon a time"')
    expect(problemOf('x'.repeat(100)).message).toContain(`"${'x'.repeat(80)}…"`)
    expect(problemOf('Once upon a time').message).toContain(`(${FORMATS.map(({ name }) => name).join(', ')})`)
  })
})

describe('formatNamed', () => {
  it('finds every format by its name', () => {
    for (const format of FORMATS) expect(formatNamed(format.name)).toBe(format)
  })

  it('names the nearest format for any other', () => {
    expect(() => formatNamed('urlhaus')).toThrow('format: "urlhaus" is no known format. Did you mean "urlhaus-csv"?')
  })
})
