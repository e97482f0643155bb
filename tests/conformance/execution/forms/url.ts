import { hit, missed, nearMiss, superset, type FormSet } from '../log-form.ts'

const uri = (text: string) => ({ 'c-uri': text })

const WHOLE = 'Let the parser put scheme, host and path together into the field that c-uri is mapped to.'
const HOST = 'Inspect TLS, or add the host as a domain indicator where nothing else lives on it.'

export const url: FormSet = {
  title: 'Web addresses with a path',
  logSource: 'proxy',
  field: 'c-uri',
  subjects: [
    {
      kind: 'url',
      value: 'http://evil.example.com/a/gate.php',
      forms: [
        hit('http', 'squid', uri('http://evil.example.com/a/gate.php')),
        hit('https, where TLS is inspected', 'zscaler', uri('https://evil.example.com/a/gate.php')),
        hit('no scheme', 'zscaler', uri('evil.example.com/a/gate.php')),
        hit('https with its default port', 'blueCoat', uri('https://evil.example.com:443/a/gate.php')),
        hit('http with its default port', 'blueCoat', uri('http://evil.example.com:80/a/gate.php')),
        hit('no scheme, port 443', 'paloAlto', uri('evil.example.com:443/a/gate.php')),
        hit('no scheme, port 80', 'paloAlto', uri('evil.example.com:80/a/gate.php')),
        hit('letters of other case', 'squid', uri('HTTP://Evil.Example.COM/A/Gate.php')),
        superset(
          'query behind it',
          'squid',
          uri('http://evil.example.com/a/gate.php?id=7'),
          'Everything under a URL belongs to it.'
        ),
        superset(
          'more path behind it',
          'squid',
          uri('http://evil.example.com/a/gate.php/x'),
          'Everything under a URL belongs to it.'
        ),
        superset(
          'longer file name',
          'squid',
          uri('http://evil.example.com/a/gate.php5'),
          'A prefix knows no end of names.'
        ),
        missed('path only', 'zeek', uri('/a/gate.php'), 'The host stands in another field.', WHOLE),
        missed(
          'CONNECT, where TLS is not inspected',
          'squid',
          uri('evil.example.com:443'),
          'Only the host is visible.',
          HOST
        ),
        missed(
          'tunnel, where TLS is not inspected',
          'ciscoSwa',
          uri('tunnel://evil.example.com:443/'),
          'Only the host is visible.',
          HOST
        ),
        missed(
          'user name in front of the host',
          'squid',
          uri('http://someone@evil.example.com/a/gate.php'),
          'User info is no part of the indicator, and the rule is anchored at the host.',
          'Let the parser drop user info, as browsers do before they ask a proxy.'
        ),
        missed(
          'trailing dot of the host',
          'squid',
          uri('http://evil.example.com./a/gate.php'),
          'The rule holds the host without a dot.',
          'Let the parser drop the dot.'
        ),
        missed(
          'letter written as a percent code',
          'squid',
          uri('http://evil.example.com/a/%67ate.php'),
          'Paths are compared as they were sent.',
          'Let the parser decode letters that need no percent code (RFC 3986, section 6.2.2.2).'
        ),
        missed(
          'http with port 443',
          'paloAlto',
          uri('http://evil.example.com:443/a/gate.php'),
          'The rule holds each scheme with its own default port.',
          'Map the URL without its scheme.'
        ),
        nearMiss(
          'redirect that carries the URL',
          'squid',
          uri('http://good.example.org/r?u=http://evil.example.com/a/gate.php'),
          'The request goes to another host.'
        ),
        nearMiss(
          'redirect that carries the URL without scheme',
          'zscaler',
          uri('good.example.org/evil.example.com/a/gate.php'),
          'The request goes to another host.'
        ),
        nearMiss('host that ends alike', 'squid', uri('http://notevil.example.com/a/gate.php'), 'Another host.'),
        nearMiss('host that ends alike, no scheme', 'zscaler', uri('notevil.example.com/a/gate.php'), 'Another host.'),
        nearMiss('subdomain', 'squid', uri('http://www.evil.example.com/a/gate.php'), 'Another host.'),
        nearMiss(
          'host that goes on behind',
          'squid',
          uri('http://evil.example.com.example.net/a/gate.php'),
          'Another host.'
        ),
        nearMiss('other port', 'squid', uri('http://evil.example.com:8080/a/gate.php'), 'Another service.'),
        nearMiss('other path', 'squid', uri('http://evil.example.com/a/index.php'), 'Another page.'),
        nearMiss('same path elsewhere', 'squid', uri('http://evil.example.com/b/a/gate.php'), 'Another page.'),
        nearMiss('folder above', 'squid', uri('http://evil.example.com/a/'), 'Another page.')
      ]
    },
    {
      kind: 'url',
      value: 'http://folder.example.org/panel/',
      forms: [
        hit('folder', 'squid', uri('http://folder.example.org/panel/')),
        superset(
          'file of the folder',
          'squid',
          uri('http://folder.example.org/panel/login.php'),
          'Everything under a URL belongs to it.'
        ),
        missed(
          'folder without its last slash',
          'squid',
          uri('http://folder.example.org/panel'),
          'The slash is part of the indicator.',
          'Nothing: servers redirect to the form with a slash, which is hit.'
        ),
        nearMiss('folder that begins alike', 'squid', uri('http://folder.example.org/panelist/'), 'Another page.')
      ]
    },
    {
      kind: 'url',
      value: 'http://port.example.net:8080/x.php',
      forms: [
        hit('port, http', 'squid', uri('http://port.example.net:8080/x.php')),
        hit('port, https', 'squid', uri('https://port.example.net:8080/x.php')),
        hit('port, no scheme', 'paloAlto', uri('port.example.net:8080/x.php')),
        missed(
          'port left out of the log',
          'zscaler',
          uri('port.example.net/x.php'),
          'The port is part of the indicator.',
          'Let the parser add the port from its own field.'
        ),
        nearMiss('other port', 'squid', uri('http://port.example.net:8081/x.php'), 'Another service.'),
        nearMiss('default port', 'squid', uri('http://port.example.net:80/x.php'), 'Another service.')
      ]
    },
    {
      kind: 'url',
      value: 'http://like.example.org/a_b%20c',
      forms: [
        hit('underscore and percent code', 'squid', uri('http://like.example.org/a_b%20c')),
        nearMiss(
          'any sign in place of the underscore',
          'squid',
          uri('http://like.example.org/axb%20c'),
          'Another page.'
        ),
        nearMiss(
          'anything in place of the percent sign',
          'squid',
          uri('http://like.example.org/a_b-and-20c'),
          'Another page.'
        ),
        missed(
          'blank in place of its percent code',
          'zscaler',
          uri('http://like.example.org/a_b c'),
          'Paths are compared as they were sent.',
          'Let the parser keep percent codes.'
        )
      ]
    },
    {
      kind: 'url',
      value: "http://quote.example.org/it's",
      forms: [
        hit('apostrophe', 'squid', uri("http://quote.example.org/it's")),
        nearMiss('path up to the apostrophe', 'squid', uri('http://quote.example.org/it'), 'Another page.')
      ]
    },
    {
      kind: 'url',
      value: 'http://letters.example.org/bücher',
      forms: [
        hit('letters outside ASCII as percent codes', 'squid', uri('http://letters.example.org/b%C3%BCcher')),
        hit('percent codes in lower case', 'squid', uri('http://letters.example.org/b%c3%bccher')),
        missed(
          'letters outside ASCII as such',
          'zscaler',
          uri('http://letters.example.org/bücher'),
          'Browsers send percent codes, and so does the rule.',
          'Let the parser keep percent codes.'
        )
      ]
    },
    {
      kind: 'url',
      value: `http://long.example.org/${'a-folder/'.repeat(150)}end.js`,
      forms: [
        hit('long path', 'squid', uri(`http://long.example.org/${'a-folder/'.repeat(150)}end.js`)),
        missed(
          'long path, cut by the log',
          'syslogProxy',
          uri(`http://long.example.org/${'a-folder/'.repeat(150)}end.js`.slice(0, 1024)),
          'The end of the path is not in the log.',
          'Raise the length that the product logs, or log over TCP.'
        )
      ]
    }
  ]
}
