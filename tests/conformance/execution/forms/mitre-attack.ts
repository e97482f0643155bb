import { alsoHitBy, hit, missed, nearMiss, superset, type FormSet } from '../log-form.ts'

const rule = (name: string) => ({ RuleName: name })

const modular = (id: string, name: string) => rule(`technique_id=${id},technique_name=${name}`)

const PARENT = 'T1059'

export const mitreAttack: FormSet = {
  title: 'Techniques, as Sysmon configurations name them',
  logSource: 'sysmon',
  field: 'RuleName',
  subjects: [
    {
      kind: 'mitre-attack',
      value: 'T1059.001',
      forms: [
        alsoHitBy(hit('technique_id=, as in sysmon-modular', 'sysmon', modular('T1059.001', 'PowerShell')), PARENT),
        alsoHitBy(hit('the id alone', 'sysmon', rule('T1059.001')), PARENT),
        alsoHitBy(hit('lower case, among other words', 'sysmon', rule('mitre t1059.001 powershell')), PARENT),
        alsoHitBy(
          missed(
            'slash in place of the dot',
            'sysmon',
            rule('attack.mitre.org/techniques/T1059/001'),
            'The rule holds the id with a dot.',
            'Write ids with a dot in the RuleName of the Sysmon configuration.'
          ),
          PARENT
        ),
        missed(
          'name of the technique',
          'sysmon',
          rule('technique_name=PowerShell'),
          'The id does not stand in it.',
          'Write ids in the RuleName of the Sysmon configuration.'
        ),
        alsoHitBy(
          nearMiss('sibling', 'sysmon', modular('T1059.003', 'Windows Command Shell'), 'Another technique.'),
          PARENT
        ),
        alsoHitBy(nearMiss('parent technique', 'sysmon', modular(PARENT, 'Interpreter'), 'It says less.'), PARENT),
        alsoHitBy(
          superset(
            'more digits behind the id',
            'sysmon',
            rule('technique_id=T1059.0011'),
            'ATT&CK has no such ids, so that nothing is hit that exists.'
          ),
          PARENT
        ),
        nearMiss('event without a rule name', 'sysmon', rule('-'), 'No technique is named.')
      ]
    },
    {
      kind: 'mitre-attack',
      value: PARENT,
      forms: [
        hit('the technique', 'sysmon', modular(PARENT, 'Command and Scripting Interpreter')),
        superset(
          'its sub-technique',
          'sysmon',
          modular('T1059.005', 'Visual Basic'),
          'A technique includes its sub-techniques.'
        ),
        superset(
          'more digits behind the id',
          'sysmon',
          rule('technique_id=T10590'),
          'ATT&CK has no such ids, so that nothing is hit that exists.'
        ),
        nearMiss('another technique', 'sysmon', modular('T1105', 'Ingress Tool Transfer'), 'Another technique.')
      ]
    }
  ]
}
