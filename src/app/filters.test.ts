import { expect, test } from 'vitest'
import { Problem } from '../problem/problem.ts'
import { parseFilters, type FilterTexts } from './filters.ts'

const refusal = (texts: FilterTexts): Problem => {
  try {
    parseFilters(texts)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the filters were accepted')
}

test('nothing given selects everything', () => {
  expect(parseFilters({})).toEqual({
    kinds: undefined,
    confidences: undefined,
    industries: undefined,
    since: undefined
  })
})

test('lists are brought into the order of their set, each member once', () => {
  expect(parseFilters({ type: 'url,ipv4,url' }).kinds).toEqual(['ipv4', 'url'])
  expect(parseFilters({ confidence: 'high,low' }).confidences).toEqual(['low', 'high'])
})

test('both spellings of the technique kind are known', () => {
  expect(parseFilters({ type: 'mitre_attack' }).kinds).toEqual(['mitre-attack'])
  expect(parseFilters({ type: 'mitre-attack' }).kinds).toEqual(['mitre-attack'])
})

test('aliases and long names of sectors are known', () => {
  expect(parseFilters({ industry: 'finance,water' }).industries).toEqual(['financial-services', 'water-and-wastewater'])
  expect(parseFilters({ industry: 'healthcare-and-public-health' }).industries).toEqual(['healthcare'])
})

test('a default set of kinds stands in only where no type is named', () => {
  expect(parseFilters({}, ['ipv4']).kinds).toEqual(['ipv4'])
  expect(parseFilters({ type: 'url' }, ['ipv4']).kinds).toEqual(['url'])
})

test('since is read to the microsecond, a date as UTC midnight', () => {
  expect(parseFilters({ since: '1970-01-01T00:00:01.000002Z' }).since).toBe(1_000_002)
  expect(parseFilters({ since: '1970-01-02' }).since).toBe(86_400_000_000)
  expect(parseFilters({ since: '1970-01-01T02:00:00 02:00' }).since).toBe(0)
})

test('a value outside its set is refused with what is allowed and the nearest spelling', () => {
  const problem = refusal({ type: 'ip4' })
  expect(problem.code).toBe('invalid_parameter')
  expect(problem.message).toContain('Did you mean "ipv4"?')
  expect(problem.details).toMatchObject({ parameter: 'type', nearest: 'ipv4' })
})

test('one wrong part refuses the whole list', () => {
  expect(refusal({ confidence: 'high,hgih' }).details).toMatchObject({ parameter: 'confidence', nearest: 'high' })
  expect(refusal({ type: 'ipv4,' }).message).toContain('a part of the list is empty')
  expect(refusal({ industry: 'petrol' }).details).toMatchObject({ parameter: 'industry' })
})

test('a time without a zone is refused with examples', () => {
  expect(refusal({ since: '2026-05-17T10:00:00' }).message).toContain('2026-05-17T10:00:00Z')
})

test('a hostile value is shown on one line, escaped and cut', () => {
  const { message } = refusal({ type: `\u001b[31m\n${'x'.repeat(500)}` })
  expect(message).not.toMatch(/[\u0000-\u001f]/)
  expect(message.length).toBeLessThan(500)
})
