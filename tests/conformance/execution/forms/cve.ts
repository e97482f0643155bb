import { hit, missed, nearMiss, type FormSet, type LogForm } from '../log-form.ts'
import type { Product } from '../product.ts'

const signature = (name: string) => ({ Signature: name })

const ID = 'CVE-2021-44228'

const named = (form: string, name: string, seen: Product = 'anyAntivirus'): LogForm => hit(form, seen, signature(name))

const SPELL = "Map the product's own field for CVE ids, where it has one, to Signature."
const unseen = (form: string, name: string, why: string): LogForm =>
  missed(form, 'anyAntivirus', signature(name), why, SPELL)

export const cve: FormSet = {
  title: 'Vulnerabilities, as products name them in what fired',
  logSource: 'antivirus',
  field: 'Signature',
  subjects: [
    {
      kind: 'cve',
      value: ID,
      forms: [
        named('the id alone', ID),
        named('id at the end', `Exploit:Java/${ID}`, 'defenderAntivirus'),
        named('id at the end, underscores', 'Exploit.CVE_2021_44228', 'trendMicro'),
        named('lower case', 'exploit:java/cve-2021-44228', 'defenderAntivirus'),
        named('a dot behind the id', `HEUR:Exploit.Java.${ID}.gen`, 'kaspersky'),
        named('an exclamation mark behind the id', `Exploit:Java/${ID}!rfn`, 'defenderAntivirus'),
        named('a blank behind the id', `Apache Log4j ${ID} attempt`, 'symantec'),
        named('a slash behind the id', `Log4j ${ID}/45046`),
        named('a colon behind the id', `${ID}: remote code execution`),
        named('round brackets', `Log4Shell (${ID})`),
        named('round brackets with words behind', `Log4Shell (${ID}) attempt`),
        named('an underscore behind the id', `HTTP_${ID}_RCE_EXPLOIT`, 'trendMicro'),
        named('a comma behind the id', `${ID}, CVE-2021-45046`),
        named('a semicolon behind the id', `${ID};CVE-2021-45046`),
        named('a dash behind the id', `EXP/${ID}-B`),
        named('an at sign behind the id', `Exploit/${ID}@gen`),
        named('square brackets with words behind', `[${ID}] Log4Shell`),
        named('underscores, a dot behind the id', 'Java.CVE_2021_44228.A'),
        named('underscores, an exclamation mark behind the id', 'Exp.CVE_2021_44228!g1', 'symantec'),
        named('underscores, a blank behind the id', 'CVE_2021_44228 attempt'),
        named('underscores, a slash behind the id', 'CVE_2021_44228/45046'),
        named('underscores, a colon behind the id', 'CVE_2021_44228: attempt'),
        named('underscores, a round bracket behind the id', '(CVE_2021_44228) attempt'),
        named('underscores all along', 'HTTP_CVE_2021_44228_RCE', 'trendMicro'),
        named('underscores, a comma behind the id', 'CVE_2021_44228, CVE_2021_45046'),
        named('underscores, a semicolon behind the id', 'CVE_2021_44228;CVE_2021_45046'),
        named('underscores, a dash behind the id', 'EXP/CVE_2021_44228-B'),
        named('underscores, an at sign behind the id', 'Exploit/CVE_2021_44228@gen'),
        named('underscores, square brackets with words behind', '[CVE_2021_44228] Log4Shell'),
        unseen(
          'id without its first dash',
          'Exploit.CVE2021-44228.A',
          'The rule holds the spellings with dashes and underscores.'
        ),
        unseen(
          'id without dashes',
          'Exploit.CVE202144228.A',
          'The rule holds the spellings with dashes and underscores.'
        ),
        unseen('dash and underscore mixed', 'Exploit.CVE_2021-44228.A', 'The rule holds each spelling with one sign.'),
        unseen('year and number alone', 'Log4j 2021-44228', 'Without CVE in front it may be anything.'),
        unseen('a letter directly behind the id', `Exploit.${ID}a`, 'A letter ends no id for the rule.'),
        unseen(
          'a quotation mark behind the id',
          `"${ID}" attempt`,
          'The sign is none of those that end an id for the rule.'
        ),
        unseen('the name that people gave it', 'Log4Shell', 'The id does not stand in it.'),
        nearMiss('longer id', 'anyAntivirus', signature('Exploit.CVE-2021-442281.A'), 'Another vulnerability.'),
        nearMiss(
          'longer id at the end',
          'anyAntivirus',
          signature('Exploit.CVE-2021-442281'),
          'Another vulnerability.'
        ),
        nearMiss(
          'longer id, underscores',
          'anyAntivirus',
          signature('Exploit.CVE_2021_442281_A'),
          'Another vulnerability.'
        ),
        nearMiss('other year', 'anyAntivirus', signature('Exploit.CVE-2020-44228.A'), 'Another vulnerability.')
      ]
    },
    {
      kind: 'cve',
      value: 'CVE-2021-4422',
      forms: [
        named('id that begins a longer one', 'Exploit.CVE-2021-4422.A'),
        named('id that begins a longer one, at the end', 'Exploit.CVE-2021-4422'),
        nearMiss(
          'id of one more digit',
          'anyAntivirus',
          signature('Exploit.CVE-2021-44220.A'),
          'Another vulnerability.'
        )
      ]
    }
  ]
}
