import { expect, it } from 'vitest'
import { resolveScalar } from './resolve-scalar.ts'

it.each([
  ['', 'null', undefined],
  ['~', 'null', undefined],
  ['Null', 'null', undefined],
  ['yes', 'boolean', 1],
  ['On', 'boolean', 1],
  ['FALSE', 'boolean', 0],
  ['y', 'string', undefined],
  ['12', 'integer', 12],
  ['+1_000', 'integer', 1_000],
  ['-0b101', 'integer', -5],
  ['0x1F', 'integer', 31],
  ['0x_', 'integer', Number.NaN],
  ['017', 'integer', 15],
  ['0', 'integer', 0],
  ['08', 'string', undefined],
  ['0o17', 'string', undefined],
  ['20:1:2', 'integer', 72_062],
  ['1.5', 'float', 1.5],
  ['1.5e+3', 'float', 1_500],
  ['1.5e3', 'string', undefined],
  ['1e5', 'string', undefined],
  ['.5', 'float', 0.5],
  ['1:30.5', 'float', 90.5],
  ['-.inf', 'float', Number.NEGATIVE_INFINITY],
  ['.NaN', 'float', Number.NaN],
  ['2026-05-17', 'timestamp', undefined],
  ['2026-5-7 1:02:03.5 +02:00', 'timestamp', undefined],
  ['2026-5-7', 'string', undefined],
  ['192.0.2.1', 'string', undefined],
  ['example.com', 'string', undefined],
  ['nobody', 'string', undefined],
  ['9'.repeat(5_000), 'string', undefined]
] as const)('reads %s as a PyYAML %s', (text, type, number) => {
  expect(resolveScalar(text)).toEqual({ type, number })
})
