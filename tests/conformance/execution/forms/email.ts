import { hit, missed, nearMiss, type FormSet } from '../log-form.ts'

const from = (sender: string) => ({ SenderAddress: sender })

const BAD = 'bad@evil.example.com'
const HEADER = 'Read a log that carries the address of the From header.'

export const email: FormSet = {
  title: 'Senders of mail',
  logSource: 'mail',
  field: 'SenderAddress',
  subjects: [
    {
      kind: 'email',
      value: BAD,
      forms: [
        hit('the address', 'messageTrace', from(BAD)),
        hit('the address', 'office365', from(BAD)),
        hit('letters of other case', 'exchange', from('Bad@Evil.Example.COM')),
        hit('address in angle brackets', 'exchange', from(`<${BAD}>`)),
        hit('display name and address', 'exchange', from(`Accounting <${BAD}>`)),
        hit('quoted display name and address', 'office365', from(`"Accounting, Example" <${BAD}>`)),
        missed(
          'sender rewritten by a forwarder (SRS)',
          'exchange',
          from('SRS0=k4Wd=QX=evil.example.com=bad@forwarder.example.net'),
          'The envelope names the forwarder.',
          HEADER
        ),
        missed(
          'sender with a bounce tag (BATV)',
          'exchange',
          from(`prvs=0123456789=${BAD}`),
          'The envelope carries a tag in front of the address.',
          HEADER
        ),
        missed(
          'address with a comment behind it',
          'exchange',
          from(`${BAD} (Accounting)`),
          'The old form of display names (RFC 5322, section 3.4).',
          'Let the parser keep the address alone.'
        ),
        missed(
          'address with a tag of its owner',
          'exchange',
          from('bad+invoice@evil.example.com'),
          'Most systems deliver it from the same mailbox, but it is another address.',
          'Add the domain as an indicator where the whole domain is bad.'
        ),
        nearMiss('local part that ends alike', 'exchange', from('notbad@evil.example.com'), 'Another sender.'),
        nearMiss('subdomain', 'exchange', from('bad@mail.evil.example.com'), 'Another domain.'),
        nearMiss('domain that goes on behind', 'exchange', from(`${BAD}.example.net`), 'Another domain.'),
        nearMiss(
          'address as the display name of another',
          'exchange',
          from(`"${BAD}" <someone@example.org>`),
          'The message comes from the address in angle brackets.'
        ),
        nearMiss(
          'bracketed address as the display name of another',
          'exchange',
          from(`"<${BAD}>" <someone@example.org>`),
          'The message comes from the last address.'
        ),
        nearMiss('recipient', 'exchange', { ...from('someone@example.org'), RecipientAddress: BAD }, 'Not the sender.')
      ]
    },
    {
      kind: 'email',
      value: 'pay_roll@example.org',
      forms: [
        hit('underscore, behind a display name', 'exchange', from('Payroll <pay_roll@example.org>')),
        nearMiss('any sign in place of the underscore', 'exchange', from('<payxroll@example.org>'), 'Another sender.')
      ]
    }
  ]
}
