import type { Position } from '../../../indicator/raw-indicator.ts'
import { flagField, isObject, type JsonObject, listField, recordListField, textField } from '../../json/fields.ts'
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
  const textsOf = (type: string): readonly string[] =>
    attributes
      .filter((attribute) => textField(attribute, 'type') === type && !isSourcePort(attribute))
      .flatMap((attribute) => textField(attribute, 'value') ?? [])
  return {
    isDeleted: flagField(object, 'deleted') === true,
    firstSeen: timeField(object, 'first_seen'),
    lastSeen: timeField(object, 'last_seen'),
    ports: textsOf('port').flatMap((text) => parsePort(text) ?? []),
    fileNames: textsOf('filename')
  }
}

/** A client's port changes with every connection and says nothing. */
const isSourcePort = (attribute: JsonObject): boolean => textField(attribute, 'object_relation') === 'src-port'
