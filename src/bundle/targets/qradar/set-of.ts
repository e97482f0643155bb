import type { Level } from '../../../sigma/rule.ts'
import type { ClassedEntry, ClassedKind } from '../../indicator-class.ts'
import { type ClassName, type Rating, setName } from './reference-set.ts'

const RATING_OF: Readonly<Record<Level, Rating>> = {
  critical: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
  informational: 'low'
}

/** The class of each kind; addresses have another one where they connect to hosts. */
const CLASS_OF: Readonly<Record<ClassedKind, ClassName>> = {
  ipv4: 'ip',
  ipv6: 'ipv6',
  domain: 'domain',
  url: 'url',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  email: 'sender'
}

const classOf = ({ indicator: { kind }, indicatorClass }: ClassedEntry): ClassName => {
  if (indicatorClass !== 'attacking-ip') return CLASS_OF[kind]
  return kind === 'ipv6' ? 'attacker_ipv6' : 'attacker_ip'
}

/** The reference set of a row. */
export const setOf = (entry: ClassedEntry): string => setName(classOf(entry), RATING_OF[entry.rule.level])
