import { hit, missed, nearMiss, superset, type FormSet } from '../log-form.ts'

const uri = (text: string) => ({ 'c-uri': text })

const TUNNEL = 'Map tunnels to host:port, as other proxies write them, or add the host as a domain indicator.'

export const urlHosts: FormSet = {
  title: 'Web addresses that name nothing but a host',
  logSource: 'proxy',
  field: 'c-uri',
  subjects: [
    {
      kind: 'url',
      value: 'http://bare.example.org/',
      forms: [
        hit('http', 'squid', uri('http://bare.example.org/')),
        hit('https', 'squid', uri('https://bare.example.org/')),
        hit('no scheme', 'zscaler', uri('bare.example.org/')),
        hit('http without a path', 'zscaler', uri('http://bare.example.org')),
        hit('https without a path', 'zscaler', uri('https://bare.example.org')),
        hit('host alone', 'zscaler', uri('bare.example.org')),
        hit('CONNECT', 'squid', uri('bare.example.org:443')),
        hit('tunnel', 'ciscoSwa', uri('tunnel://bare.example.org:443/')),
        hit('https with its default port', 'blueCoat', uri('https://bare.example.org:443/')),
        hit('http with its default port', 'blueCoat', uri('http://bare.example.org:80/')),
        hit('no scheme, port 443', 'paloAlto', uri('bare.example.org:443/')),
        hit('no scheme, port 80', 'paloAlto', uri('bare.example.org:80/')),
        hit('letters of other case', 'squid', uri('BARE.Example.Org:443')),
        superset(
          'any page of the host',
          'squid',
          uri('http://bare.example.org/news/1.html'),
          'Everything under a URL belongs to it.'
        ),
        missed(
          'CONNECT to port 80',
          'squid',
          uri('bare.example.org:80'),
          'The rule holds the CONNECT of https.',
          'Add the host as a domain indicator.'
        ),
        missed(
          'CONNECT as a tcp address',
          'blueCoat',
          uri('tcp://bare.example.org:443/'),
          'The rule holds tunnel:// and host:port.',
          TUNNEL
        ),
        missed(
          'path only',
          'zeek',
          uri('/'),
          'The host stands in another field.',
          'Let the parser put scheme, host and path together.'
        ),
        nearMiss('CONNECT to another port', 'squid', uri('bare.example.org:8443'), 'Another service.'),
        nearMiss('tunnel to another port', 'ciscoSwa', uri('tunnel://bare.example.org:8443/'), 'Another service.'),
        nearMiss('CONNECT of a subdomain', 'squid', uri('www.bare.example.org:443'), 'Another host.'),
        nearMiss('CONNECT of a host that ends alike', 'squid', uri('notbare.example.org:443'), 'Another host.'),
        nearMiss(
          'CONNECT of a host that goes on behind',
          'squid',
          uri('bare.example.org.example.net:443'),
          'Another host.'
        ),
        nearMiss(
          'host that goes on behind, no path',
          'zscaler',
          uri('http://bare.example.org.example.net'),
          'Another host.'
        ),
        nearMiss('subdomain', 'squid', uri('http://www.bare.example.org/'), 'Another host.'),
        nearMiss(
          'redirect that carries the URL',
          'squid',
          uri('http://good.example.org/r?u=http://bare.example.org/'),
          'The request goes to another host.'
        )
      ]
    },
    {
      kind: 'url',
      value: 'https://bare.example.net:8443/',
      forms: [
        hit('port, https', 'squid', uri('https://bare.example.net:8443/')),
        hit('port, http', 'squid', uri('http://bare.example.net:8443/')),
        hit('port, no scheme', 'paloAlto', uri('bare.example.net:8443/')),
        hit('port, https without a path', 'zscaler', uri('https://bare.example.net:8443')),
        hit('port, http without a path', 'zscaler', uri('http://bare.example.net:8443')),
        hit('CONNECT', 'squid', uri('bare.example.net:8443')),
        hit('tunnel', 'ciscoSwa', uri('tunnel://bare.example.net:8443/')),
        nearMiss('CONNECT to the default port', 'squid', uri('bare.example.net:443'), 'Another service.'),
        nearMiss('host alone', 'zscaler', uri('bare.example.net'), 'Another service.'),
        nearMiss('longer port', 'squid', uri('bare.example.net:84430'), 'Another service.'),
        nearMiss('tunnel to the default port', 'ciscoSwa', uri('tunnel://bare.example.net:443/'), 'Another service.')
      ]
    },
    {
      kind: 'url',
      value: 'http://[2001:db8::1]/a',
      forms: [
        hit('IPv6 host', 'squid', uri('http://[2001:db8::1]/a')),
        hit('IPv6 host with the default port', 'blueCoat', uri('https://[2001:db8::1]:443/a')),
        hit('IPv6 host, no scheme', 'zscaler', uri('[2001:db8::1]/a')),
        missed(
          'IPv6 host, all groups written',
          'squid',
          uri('http://[2001:db8:0:0:0:0:0:1]/a'),
          'The rule holds the shortest spelling.',
          'Let the parser shorten addresses.'
        ),
        nearMiss('IPv6 host that goes on', 'squid', uri('http://[2001:db8::11]/a'), 'Another host.'),
        nearMiss('IPv6 host, other port', 'squid', uri('http://[2001:db8::1]:8080/a'), 'Another service.')
      ]
    },
    {
      kind: 'url',
      value: 'http://[2001:db8::2]:8080/',
      forms: [
        hit('IPv6 host with a port', 'squid', uri('http://[2001:db8::2]:8080/')),
        hit('CONNECT of an IPv6 host', 'squid', uri('[2001:db8::2]:8080')),
        hit('tunnel of an IPv6 host', 'ciscoSwa', uri('tunnel://[2001:db8::2]:8080/')),
        nearMiss('IPv6 host, default port', 'squid', uri('http://[2001:db8::2]/'), 'Another service.')
      ]
    },
    {
      kind: 'url',
      value: 'http://192.0.2.10/x',
      forms: [
        hit('IPv4 host', 'squid', uri('http://192.0.2.10/x')),
        nearMiss('IPv4 host that goes on', 'squid', uri('http://192.0.2.101/x'), 'Another host.'),
        nearMiss('IPv4 address that ends alike', 'zscaler', uri('1192.0.2.10/x'), 'Another host.'),
        nearMiss('name that begins with the address', 'squid', uri('http://192.0.2.10.example.net/x'), 'Another host.')
      ]
    }
  ]
}
