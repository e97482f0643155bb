import { hit, missed, nearMiss, type FormSet } from '../log-form.ts'

const from = (address: string) => ({ src_ip: address })
const to = (address: string) => ({ src_ip: '192.0.2.80', dst_ip: address })

const REMEDY = 'Feeds that do not say the address attacks get a rule for connections to it.'

export const attackingIp: FormSet = {
  title: 'Addresses that attack',
  logSource: 'firewall',
  field: 'src_ip',
  subjects: [
    {
      kind: 'ipv4',
      value: '198.51.100.7',
      role: 'source',
      forms: [
        hit('source of a connection', 'paloAlto', from('198.51.100.7')),
        hit('source of a connection', 'iptables', from('198.51.100.7')),
        missed(
          'destination of a connection',
          'paloAlto',
          to('198.51.100.7'),
          'The rule looks for connections that come in.',
          REMEDY
        ),
        nearMiss('address that begins alike', 'paloAlto', from('198.51.100.70'), 'Another host.')
      ]
    },
    {
      kind: 'ipv6',
      value: '2001:db8::7',
      role: 'source',
      forms: [
        hit('shortest spelling (RFC 5952)', 'fortigate', from('2001:db8::7')),
        hit('all groups written', 'paloAlto', from('2001:db8:0:0:0:0:0:7')),
        hit('upper case', 'fortigate', from('2001:DB8::7')),
        missed(
          'all leading zeros written',
          'iptables',
          from('2001:0db8:0000:0000:0000:0000:0000:0007'),
          'The rule holds the two usual spellings.',
          'Let the parser shorten addresses, or store them in a field of type IP address.'
        ),
        missed(
          'destination of a connection',
          'fortigate',
          to('2001:db8::7'),
          'The rule looks for connections that come in.',
          REMEDY
        ),
        nearMiss('address that begins alike', 'fortigate', from('2001:db8::77'), 'Another host.')
      ]
    }
  ]
}
