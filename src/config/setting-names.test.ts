import { z } from 'zod'
import { expect, test } from 'vitest'
import { descriptionOf } from './description.ts'
import { SETTING_NAMES } from './setting-names.ts'

test('a setting has a key for files and a variable for the environment', () => {
  expect(SETTING_NAMES.find(({ key }) => key === 'limits.max_line_length')).toMatchObject({
    path: ['limits', 'maxLineLength'],
    variable: 'SIGMILL_LIMITS_MAX_LINE_LENGTH'
  })
})

test('keys and variables are unique', () => {
  expect(new Set(SETTING_NAMES.map(({ key }) => key)).size).toBe(SETTING_NAMES.length)
  expect(new Set(SETTING_NAMES.map(({ variable }) => variable)).size).toBe(SETTING_NAMES.length)
})

test('descriptions are sentences without their full stop', () => {
  for (const { description } of SETTING_NAMES) expect(description.about).toMatch(/^[A-Z].*[^.]$/)
})

test('a schema without a description is a mistake of the program', () => {
  expect(() => descriptionOf(z.string())).toThrow('a setting has no description')
})
