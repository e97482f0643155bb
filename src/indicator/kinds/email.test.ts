import { expect, test } from 'vitest'
import { EMAIL } from './email.ts'

test.each([
  ['a@example.com', 'a@example.com'],
  ['A.B+c@EXAMPLE.com.', 'a.b+c@example.com'],
  ['mailto:a@example.com', 'a@example.com'],
  ['MAILTO:a@example.com?subject=b@c', 'a@example.com'],
  ['Display <a@example.com>', 'a@example.com'],
  ['"Display, Name" < mailto:a@example.com >', 'a@example.com'],
  ['<a@example.com>', 'a@example.com'],
  ["o'neil/x=1@example.com", "o'neil/x=1@example.com"],
  ['a@b\u00fccher.example', 'a@xn--bcher-kva.example']
])('%s is %s', (text, value) => {
  expect(EMAIL.normalise(text)).toEqual({ kind: 'email', value })
})

test.each([
  ['example.com', 'local part'],
  ['@example.com', 'local part'],
  ['.a@example.com', 'local part'],
  ['a.@example.com', 'local part'],
  ['a..b@example.com', 'local part'],
  ['a b@example.com', 'local part'],
  ['"a b"@example.com', 'local part'],
  ['*@example.com', 'local part'],
  ['a?b@example.com', 'local part'],
  ['\u00e9@example.com', 'local part'],
  [`${'a'.repeat(65)}@example.com`, 'local part'],
  ['a@localhost', 'host'],
  ['a@192.0.2.1', 'host'],
  ['a@[192.0.2.1]', 'host'],
  ['Display a@example.com>', 'local part']
])('%s is refused for its %s', (text, detail) => {
  expect(EMAIL.normalise(text)).toEqual({ reason: 'bad_email', detail })
})
