import { expect, it } from 'vitest'
import { blockedName } from './blocked-name.ts'

it.each([
  ['||bad.example^', 'bad.example'],
  ['||bad.example^$important', 'bad.example'],
  ['address=/bad.example/0.0.0.0', 'bad.example'],
  ['server=/bad.example/', 'bad.example'],
  ['local-zone: "bad.example" always_nxdomain', 'bad.example'],
  ['bad.example CNAME .', 'bad.example'],
  ['*.bad.example IN CNAME rpz-drop.', 'bad.example']
])('%s blocks %s', (line, name) => {
  expect(blockedName(line)).toBe(name)
})

it.each(['||bad.example^$third-party', '||bad.example/ads', 'bad.example', 'local-data: "bad.example A 0.0.0.0"', ''])(
  '%j blocks no host',
  (line) => {
    expect(blockedName(line)).toBeUndefined()
  }
)

it('leaves the other triggers of a policy zone as they are', () => {
  expect(blockedName('32.9.2.0.192.rpz-ip CNAME .')).toBe('32.9.2.0.192.rpz-ip CNAME .')
})
