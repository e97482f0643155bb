import { hit, missed, nearMiss, superset, type FormSet } from '../log-form.ts'

const uri = (text: string) => ({ 'c-uri': text })

export const urlQueries: FormSet = {
  title: 'Web addresses with a query, a star or a backslash',
  logSource: 'proxy',
  field: 'c-uri',
  subjects: [
    {
      kind: 'url',
      value: 'http://query.example.org/gate.php?id=1&x=2',
      forms: [
        hit('query', 'squid', uri('http://query.example.org/gate.php?id=1&x=2')),
        hit('query, https with its default port', 'blueCoat', uri('https://query.example.org:443/gate.php?id=1&x=2')),
        hit('query, no scheme', 'zscaler', uri('query.example.org/gate.php?id=1&x=2')),
        superset(
          'more parameters',
          'squid',
          uri('http://query.example.org/gate.php?a=0&id=1&x=2&y=3'),
          'The query may stand anywhere behind the path.'
        ),
        superset(
          'longer value',
          'squid',
          uri('http://query.example.org/gate.php?id=1&x=25'),
          'The query knows no end of values.'
        ),
        missed(
          'query stripped by the proxy',
          'squid',
          uri('http://query.example.org/gate.php?'),
          'Squid logs no queries unless it is told to.',
          'Set strip_query_terms off.'
        ),
        missed(
          'parameters in another order',
          'squid',
          uri('http://query.example.org/gate.php?x=2&id=1'),
          'The query is one part.',
          'Add the URL without its query as an indicator where the path is bad by itself.'
        ),
        nearMiss('other value', 'squid', uri('http://query.example.org/gate.php?id=2&x=2'), 'Another page.'),
        nearMiss('query of another path', 'squid', uri('http://query.example.org/index.php?id=1&x=2'), 'Another page.'),
        nearMiss('query of another host', 'squid', uri('http://good.example.org/gate.php?id=1&x=2'), 'Another host.'),
        nearMiss(
          'redirect that carries the URL',
          'squid',
          uri('http://good.example.org/?u=http://query.example.org/gate.php?id=1&x=2'),
          'The request goes to another host.'
        )
      ]
    },
    {
      kind: 'url',
      value: 'http://parts.example.net/drop*stage\\two?id=7',
      forms: [
        hit('star and backslash in the path', 'squid', uri('http://parts.example.net/drop*stage\\two?id=7')),
        hit('star and backslash as percent codes', 'squid', uri('http://parts.example.net/drop%2Astage%5Ctwo?id=7')),
        superset(
          'parts in another order',
          'squid',
          uri('http://parts.example.net/drop?id=7&two&stage'),
          'The parts may stand in any order.'
        ),
        superset(
          'anything in place of the star',
          'squid',
          uri('http://parts.example.net/drop-and-stage-two?id=7'),
          'The signs * and \\ cannot stand in a rule.'
        ),
        missed(
          'letter written as a percent code',
          'squid',
          uri('http://parts.example.net/dr%6Fp*stage\\two?id=7'),
          'Paths are compared as they were sent.',
          'Let the parser decode letters that need no percent code (RFC 3986, section 6.2.2.2).'
        ),
        missed(
          'query stripped by the proxy',
          'squid',
          uri('http://parts.example.net/drop*stage\\two?'),
          'Squid logs no queries unless it is told to.',
          'Set strip_query_terms off.'
        ),
        nearMiss(
          'without the part behind the backslash',
          'squid',
          uri('http://parts.example.net/drop*stage?id=7'),
          'Another page.'
        ),
        nearMiss(
          'without the part behind the star',
          'squid',
          uri('http://parts.example.net/drop*\\two?id=7'),
          'Another page.'
        ),
        nearMiss(
          'without the part before the star',
          'squid',
          uri('http://parts.example.net/stage\\two?id=7'),
          'Another page.'
        )
      ]
    },
    {
      kind: 'url',
      value: 'http://once.example.net/a.php?Key=1?key=1?KEY=1',
      forms: [
        hit('parts that repeat in other case', 'squid', uri('http://once.example.net/a.php?Key=1?key=1?KEY=1')),
        superset(
          'a repeated part once',
          'squid',
          uri('http://once.example.net/a.php?Key=1'),
          'Case counts for nothing, so that the parts are one.'
        ),
        nearMiss('no part', 'squid', uri('http://once.example.net/a.php?'), 'Another page.')
      ]
    },
    {
      kind: 'url',
      value: 'http://deep.example.org/deep/?deep',
      forms: [
        hit('query that repeats its path', 'squid', uri('http://deep.example.org/deep/?deep')),
        nearMiss('another path', 'squid', uri('http://deep.example.org/?deep'), 'Another page.')
      ]
    },
    { kind: 'url', value: 'http://broad.example.org/*', noRule: true, forms: [] },
    { kind: 'url', value: 'http://broad.example.org/?broad', noRule: true, forms: [] },
    {
      kind: 'url',
      value: 'http://root.example.org/?id=7',
      forms: [
        hit('query of the root', 'squid', uri('http://root.example.org/?id=7')),
        nearMiss('root without the query', 'squid', uri('http://root.example.org/'), 'Another page.'),
        nearMiss('CONNECT of the host', 'squid', uri('root.example.org:443'), 'Only the host is visible.')
      ]
    }
  ]
}
