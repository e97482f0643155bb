import { hit, missed, nearMiss, type FormSet } from '../log-form.ts'

const query = (name: string) => ({ QueryName: name })

const EVIL = 'evil.example.com'

export const domain: FormSet = {
  title: 'Domains',
  logSource: 'dns_query',
  field: 'QueryName',
  subjects: [
    {
      kind: 'domain',
      value: EVIL,
      forms: [
        hit('the name', 'sysmon', query(EVIL)),
        hit('the name', 'zeek', query(EVIL)),
        hit('letters of mixed case, as resolvers randomise them', 'zeek', query('eViL.ExAmPlE.cOm')),
        hit('trailing dot', 'umbrella', query(`${EVIL}.`)),
        hit('trailing dot, upper case', 'route53', query('EVIL.EXAMPLE.COM.')),
        hit('subdomain', 'sysmon', query(`www.${EVIL}`)),
        hit('subdomain of many labels', 'windowsDnsClient', query(`a.b.c.${EVIL}`)),
        hit('service label', 'zeek', query(`_dmarc.${EVIL}`)),
        hit('subdomain with trailing dot', 'route53', query(`www.${EVIL}.`)),
        missed(
          'labels with their lengths',
          'microsoftDns',
          query('(4)evil(7)example(3)com(0)'),
          'The debug log writes names in its own form.',
          'Let the parser turn the lengths into dots, as the add-ons for this log do.'
        ),
        missed(
          'URL in place of a name',
          'defenderXdr',
          query(`https://${EVIL}/login`),
          'RemoteUrl holds names and URLs.',
          'Convert with the pipeline defender-xdr, which cuts RemoteUrl to its host.'
        ),
        missed(
          'name with a port',
          'defenderXdr',
          query(`${EVIL}:443`),
          'RemoteUrl holds a port where the client named one.',
          'Convert with the pipeline defender-xdr, which cuts RemoteUrl to its host.'
        ),
        missed(
          'alias of another name, in the answer only',
          'sysmon',
          { QueryName: 'www.example.org', QueryResults: `type:  5 ${EVIL};::ffff:192.0.2.1;` },
          'The rule reads the question, not the answers.',
          'Search QueryResults as well where aliases matter.'
        ),
        nearMiss('name that ends alike', 'sysmon', query('notevil.example.com'), 'Another name.'),
        nearMiss('name that ends alike, trailing dot', 'route53', query('notevil.example.com.'), 'Another name.'),
        nearMiss('parent domain', 'sysmon', query('example.com'), 'Its owner may be harmless.'),
        nearMiss('sibling', 'sysmon', query('good.example.com'), 'Another name.'),
        nearMiss('name that goes on behind', 'sysmon', query(`${EVIL}.example.net`), 'A name of another owner.'),
        nearMiss(
          'subdomain that goes on behind',
          'sysmon',
          query(`www.${EVIL}.example.net`),
          'A name of another owner.'
        ),
        nearMiss('name of fewer labels', 'sysmon', query('evil.example'), 'Another name.'),
        nearMiss('dash in place of a dot', 'sysmon', query('www-evil.example.com'), 'Another name.'),
        nearMiss('any sign in place of a dot', 'sysmon', query('evil-example.com'), 'Another name.')
      ]
    },
    {
      kind: 'domain',
      value: 'bücher.example',
      forms: [
        hit('international name as DNS carries it', 'sysmon', query('xn--bcher-kva.example')),
        missed(
          'international name as people read it',
          'umbrella',
          query('bücher.example'),
          'DNS carries the A-label, and so does the rule.',
          'Let the parser keep the name as it was asked for.'
        )
      ]
    },
    {
      kind: 'domain',
      value: 'my_host.example.org',
      forms: [
        hit('name with an underscore', 'sysmon', query('my_host.example.org')),
        hit('subdomain of a name with an underscore', 'sysmon', query('www.my_host.example.org')),
        nearMiss('any sign in place of the underscore', 'sysmon', query('www.myxhost.example.org'), 'Another name.')
      ]
    }
  ]
}
