import { hit, missed, nearMiss, type FormSet } from '../log-form.ts'

const to = (address: string) => ({ DestinationIp: address })

export const ipv4: FormSet = {
  title: 'IPv4 addresses that hosts connect to',
  logSource: 'network_connection',
  field: 'DestinationIp',
  subjects: [
    {
      kind: 'ipv4',
      value: '203.0.113.42',
      forms: [
        hit('destination of a connection', 'sysmon', to('203.0.113.42')),
        hit('destination of a connection', 'paloAlto', to('203.0.113.42')),
        missed(
          'IPv4 address of a dual-stack socket, mapped into IPv6',
          'defenderXdr',
          to('::ffff:203.0.113.42'),
          'The rule holds the IPv4 spelling alone.',
          'Convert with the pipeline defender-xdr, which adds the mapped spelling.'
        ),
        missed(
          'address with its port in one field',
          'awsLoadBalancer',
          to('203.0.113.42:443'),
          'The field is compared as a whole.',
          'Let the parser split address and port.'
        ),
        missed(
          'source of a connection',
          'sysmon',
          { SourceIp: '203.0.113.42', DestinationIp: '192.0.2.55' },
          'The rule looks for hosts that connect to the address.',
          'Feeds that say the address attacks get a rule for firewalls.'
        ),
        nearMiss('address that begins alike', 'sysmon', to('203.0.113.4'), 'Another host.'),
        nearMiss('address that is longer', 'sysmon', to('203.0.113.142'), 'Another host.')
      ]
    }
  ]
}
