import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type ReadConf, readConf } from '../../../../tests/support/read-conf.ts'
import { APP_FILES, APP_VERSION } from './app-files.ts'

const conf = (name: string): ReadConf => readConf(APP_FILES.get(`sigmill/default/${name}.conf`) ?? '')

const names = ({ stanzas }: ReadConf): readonly string[] => [...stanzas.keys()]

const settingOf = ({ stanzas }: ReadConf, stanza: string, key: string): string =>
  stanzas.get(stanza)?.get(key)?.value ?? ''

const words = (list: string): readonly string[] => list.split(/[\s,]+/).filter((word) => word !== '')

/** Fields behind `OUTPUT`, without what they are renamed to. */
const outputFields = (text: string): readonly string[] => words(text.replaceAll(/ AS \S+/g, ''))

const searches = names(conf('savedsearches')).map((name) => settingOf(conf('savedsearches'), name, 'search'))

describe('the app for Splunk', () => {
  it('has another version whenever a byte of it changes: raise APP_VERSION with the digest', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify([...APP_FILES]))
      .digest('hex')
    expect([APP_VERSION, digest]).toEqual(['1.0.0', '4fb57af286d5f1fbb447b7821af16852eb9d74ae852a4d9dd4d2390f47e66493'])
  })

  it('is made of stanzas and settings alone', () => {
    for (const [path, text] of APP_FILES) if (path.endsWith('.conf')) expect(readConf(text).badLines).toEqual([])
  })

  it('looks up over collections that it has', () => {
    const collections = names(conf('transforms')).map((name) => settingOf(conf('transforms'), name, 'collection'))
    expect(new Set(collections)).toEqual(new Set(names(conf('collections'))))
  })

  it('searches with lookups, fields and macros that it has', () => {
    const lookups = searches.flatMap((search) => [
      ...search.matchAll(/\| lookup (\S+) (\S+)(?: AS \S+)? OUTPUT ([^|\n]+)/g)
    ])
    expect(lookups).toHaveLength(searches.length + 2)
    for (const [, name = '', input = '', outputs = ''] of lookups) {
      const known = words(settingOf(conf('transforms'), name, 'fields_list'))
      expect([input, ...outputFields(outputs)].filter((field) => !known.includes(field))).toEqual([])
    }
    const used = searches.flatMap((search) => [...search.matchAll(/`(\w+)`/g)].map(([, name]) => name))
    expect(new Set(used)).toEqual(new Set(names(conf('macros'))))
  })

  it('judges every URL that is the beginning of a request by itself', () => {
    const [search = ''] = searches.filter((text) => text.includes('lookup sigmill_url '))
    const order = ['| lookup sigmill_url match_value', '| mvexpand found', '| lookup sigmill_url_exact _key AS found']
    const places = [...order, '| `sigmill_in_force`', '| `sigmill_wanted`', 'by rule_id asset'].map((part) =>
      search.indexOf(part)
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(settingOf(conf('transforms'), 'sigmill_url', 'max_matches')).toBe('1000')
    expect(settingOf(conf('transforms'), 'sigmill_url_exact', 'match_type')).toBe('')
  })
})
