import { expect, it } from 'vitest'
import { hostsFileNames } from './hosts-file.ts'

it('gives the names behind an address that leads nowhere', () => {
  expect(hostsFileNames(['0.0.0.0', 'bad.example', 'worse.example'])).toEqual(['bad.example', 'worse.example'])
})

it('leaves out the names of the machine itself', () => {
  expect(hostsFileNames(['127.0.0.1', 'localhost', 'localhost.localdomain'])).toEqual([])
})

it('knows other lines', () => {
  expect(hostsFileNames(['192.0.2.1', 'bad.example'])).toBeUndefined()
  expect(hostsFileNames(['0.0.0.0'])).toBeUndefined()
  expect(hostsFileNames([])).toBeUndefined()
})
