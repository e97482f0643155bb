import type { Position } from '../../../indicator/raw-indicator.ts'
import { flagField, isObject, type JsonObject, listField, recordListField, textField } from '../../json/members.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { parseTimeText } from '../../time-text.ts'
import { parsePort } from '../../port.ts'
import { refusal } from '../../refusal.ts'
import type { HeldValue } from './held-value.ts'
import { readAttribute, type Surroundings, timeField } from './read-attribute.ts'

/** The values of the attributes of an object, each with what the others say about it: its file's name, its ports. */
export const readObject = (object: unknown, position: Position): readonly HeldValue[] => {
  if (!isObject(object)) return [refusal('', position, 'bad_record', 'an object that is no JSON object')]
  const around = surroundingsIn(object)
  return listField(object, 'Attribute').flatMap((attribute, index) =>
    readAttribute(attribute, `${position}/Attribute/${index}`, around)
  )
}

const surroundingsIn = (object: JsonObject): Surroundings => {
  const attributes = recordListField(object, 'Attribute').filter(
    (attribute) => flagField(attribute, 'deleted') !== true
  )
  /** Objects such as `domain-ip` state times as attributes too. */
  const attributesOf = (relation: string): readonly JsonObject[] =>
    attributes.filter((attribute) => textField(attribute, 'object_relation') === relation)
  const textsOf = (type: string): readonly string[] =>
    attributes
      .filter((attribute) => textField(attribute, 'type') === type && !isSourcePort(attribute))
      .flatMap((attribute) => textField(attribute, 'value') ?? [])
  const timeOf = (name: string): Seconds | undefined =>
    timeField(object, name) ??
    parseTimeText(attributesOf(name.replace('_', '-')).map((attribute) => textField(attribute, 'value'))[0])
  return {
    isDeleted: flagField(object, 'deleted') === true,
    firstSeen: timeOf('first_seen'),
    lastSeen: timeOf('last_seen'),
    ports: textsOf('port').flatMap((text) => parsePort(text) ?? []),
    fileNames: textsOf('filename')
  }
}

/** A client's port changes with every connection and says nothing. */
const isSourcePort = (attribute: JsonObject): boolean => textField(attribute, 'object_relation') === 'src-port'
