import { hit, missed, nearMiss, type FormSet } from '../log-form.ts'

const to = (address: string) => ({ DestinationIp: address })

export const ipv6: FormSet = {
  title: 'IPv6 addresses that hosts connect to',
  logSource: 'network_connection',
  field: 'DestinationIp',
  subjects: [
    {
      kind: 'ipv6',
      value: '2001:db8::dead:beef',
      forms: [
        hit('shortest spelling (RFC 5952)', 'defenderXdr', to('2001:db8::dead:beef')),
        hit('all groups written', 'sysmon', to('2001:db8:0:0:0:0:dead:beef')),
        hit('upper case', 'paloAlto', to('2001:DB8::DEAD:BEEF')),
        missed(
          'all leading zeros written',
          'iptables',
          to('2001:0db8:0000:0000:0000:0000:dead:beef'),
          'The rule holds the two usual spellings.',
          'Let the parser shorten addresses, or store them in a field of type IP address.'
        ),
        missed(
          'address in brackets with its port',
          'awsLoadBalancer',
          to('[2001:db8::dead:beef]:443'),
          'The field is compared as a whole.',
          'Let the parser split address and port.'
        ),
        nearMiss('address that begins alike', 'defenderXdr', to('2001:db8::dead:bee'), 'Another host.'),
        nearMiss('address that ends alike', 'defenderXdr', to('2001:db8::1:dead:beef'), 'Another host.'),
        nearMiss(
          'address with one more group, all groups written',
          'sysmon',
          to('2001:db8:0:0:0:1:dead:beef'),
          'Another host.'
        )
      ]
    },
    {
      kind: 'ipv6',
      value: '2001:db8:7::',
      forms: [
        hit('address that ends in ::', 'defenderXdr', to('2001:db8:7::')),
        hit('address that ends in zeros', 'sysmon', to('2001:db8:7:0:0:0:0:0')),
        nearMiss('next address of the network', 'sysmon', to('2001:db8:7:0:0:0:0:1'), 'Another host.')
      ]
    },
    {
      kind: 'ipv6',
      value: '2001:db8:0:1:1:1:1:1',
      forms: [
        hit('one zero group, which stays written', 'defenderXdr', to('2001:db8:0:1:1:1:1:1')),
        missed(
          'one zero group, shortened all the same',
          'paloAlto',
          to('2001:db8::1:1:1:1:1'),
          'RFC 5952 shortens only runs of two groups and more.',
          'Store addresses in a field of type IP address.'
        )
      ]
    }
  ]
}
