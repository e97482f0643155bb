import { type JsonObject, recordListField, recordOf, textField } from '../../json/members.ts'

/** The name of an element of a `Tag` list. */
export const tagNamesOfTag = (tag: unknown): readonly string[] => {
  const name = textField(recordOf(tag), 'name')
  return name === undefined ? [] : [name]
}

/** The tags that an element of a `Galaxy` list stands for: one for each of its clusters. */
export const tagNamesOfGalaxy = (galaxy: unknown): readonly string[] => {
  const type = textField(recordOf(galaxy), 'type')
  return recordListField(recordOf(galaxy), 'GalaxyCluster').flatMap((cluster) => {
    const value = textField(cluster, 'value')
    const named = type === undefined || value === undefined ? undefined : `misp-galaxy:${type}="${value}"`
    return textField(cluster, 'tag_name') ?? named ?? []
  })
}

/** The names of all tags and galaxy clusters on an attribute. */
export const tagNamesOn = (attribute: JsonObject): readonly string[] => [
  ...recordListField(attribute, 'Tag').flatMap(tagNamesOfTag),
  ...recordListField(attribute, 'Galaxy').flatMap(tagNamesOfGalaxy)
]
