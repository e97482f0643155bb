import type { Role } from '../../../indicator/context.ts'
import type { Kind } from '../../../indicator/kind.ts'
import { parseTime } from '../../../indicator/parse-time.ts'
import type { Position } from '../../../indicator/raw-indicator.ts'
import type { RejectReason } from '../../../indicator/rejection.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { flagField, isObject, type JsonObject, textField } from '../../json/members.ts'
import { meaningOf } from '../../misp/attribute-types.ts'
import { refusal } from '../../refusal.ts'
import { takenBack } from '../../taken-back.ts'
import { splitTypedValue, type TypedValue } from '../../typed-value.ts'
import type { HeldValue } from './held-value.ts'
import { tagNamesOn } from './tag-names.ts'

/** What the object around an attribute says about it. */
export interface Surroundings {
  readonly isDeleted: boolean
  readonly firstSeen: Seconds | undefined
  readonly lastSeen: Seconds | undefined
  readonly ports: readonly number[]
  readonly fileNames: readonly string[]
}

const NO_OBJECT: Surroundings = {
  isDeleted: false,
  firstSeen: undefined,
  lastSeen: undefined,
  ports: [],
  fileNames: []
}

/** The values of an attribute; none where it is context for others. */
export const readAttribute = (
  attribute: unknown,
  position: Position,
  around: Surroundings = NO_OBJECT
): readonly HeldValue[] => {
  if (!isObject(attribute)) return [refusal('', position, 'bad_record', 'an attribute that is no JSON object')]
  const type = textField(attribute, 'type')
  const text = textField(attribute, 'value')
  if (type === undefined) return [refusal(text ?? '', position, 'bad_record', 'an attribute without a type')]
  const isForDetection = flagField(attribute, 'to_ids')
  const meaning = meaningOf(type, isForDetection === true)
  if (meaning === 'context') return []
  if (text === undefined) return [refusal('', position, 'bad_record', `an attribute ${type} without a value`)]
  if (meaning === 'unsupported') return [refusal(text, position, 'unsupported_type', type)]

  const isDeleted = around.isDeleted || flagField(attribute, 'deleted') === true
  const reason: RejectReason | undefined = isDeleted
    ? 'deleted'
    : isForDetection === false
      ? 'not_for_detection'
      : undefined
  const values = splitTypedValue(meaning, text)
  if (reason !== undefined) return values.map(({ kind, value }) => takenBack(kind, value, position, { reason }))
  const said = {
    position,
    firstSeen: timeField(attribute, 'first_seen') ?? around.firstSeen ?? timeField(attribute, 'timestamp'),
    lastSeen: timeField(attribute, 'last_seen') ?? around.lastSeen,
    role: meaning.role,
    tagNames: tagNamesOn(attribute)
  }
  return values.map((value) => ({
    value: value.value,
    kind: value.kind,
    ports: portsOf(value, meaning.role, around),
    fileNames: fileNamesOf(value, around),
    ...said
  }))
}

/** A time of an attribute, object or event: ISO 8601, or seconds since 1970 as text. */
export const timeField = (record: JsonObject, name: string): Seconds | undefined => {
  const text = textField(record, name)
  return text === undefined ? undefined : parseTime(text)
}

const HASHES: ReadonlySet<Kind> = new Set(['md5', 'sha1', 'sha256'])
const HOSTS: ReadonlySet<Kind> = new Set(['ipv4', 'ipv6', 'domain'])

/** The port of a connection is that of the side which is contacted. */
const portsOf = ({ kind, port }: TypedValue, role: Role | undefined, around: Surroundings): readonly number[] => {
  if (port !== undefined) return [port]
  return HOSTS.has(kind) && role !== 'source' ? around.ports : []
}

const fileNamesOf = ({ kind, fileName }: TypedValue, around: Surroundings): readonly string[] => {
  if (!HASHES.has(kind)) return []
  return fileName === undefined ? around.fileNames : [fileName, ...around.fileNames]
}
