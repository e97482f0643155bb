import { expect, test } from 'vitest'
import { fillTemplate, fitsTemplate, routeOf } from './path-template.ts'

test('a template becomes the route of the router', () => {
  expect(routeOf('/api/v1/keys/{id}/uses')).toBe('/api/v1/keys/:id/uses')
  expect(routeOf('/healthz')).toBe('/healthz')
})

test('a template is filled with the values of its names', () => {
  const values = new Map([['id', 'a b']])
  expect(fillTemplate('/keys/{id}/uses/{other}', values)).toBe('/keys/a b/uses/{other}')
})

test('a parameter stands for one segment that is not empty', () => {
  expect(fitsTemplate('/keys/{id}', '/keys/a')).toBe(true)
  expect(fitsTemplate('/keys/{id}', '/keys/')).toBe(false)
  expect(fitsTemplate('/keys/{id}', '/keys/a/b')).toBe(false)
  expect(fitsTemplate('/keys/{id}', '/keys')).toBe(false)
  expect(fitsTemplate('/keys/{id}', '/Keys/a')).toBe(false)
})

test('without a parameter only the path itself fits', () => {
  expect(fitsTemplate('/healthz', '/healthz')).toBe(true)
  expect(fitsTemplate('/healthz', '/healthz/')).toBe(false)
})
