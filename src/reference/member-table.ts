import { element, type Html } from './html.ts'
import type { Schema } from './open-api.ts'
import type { Resolve } from './resolver.ts'
import { schemaMembers, type Member } from './schema-members.ts'
import { schemaWords } from './schema-words.ts'
import { termList } from './term-list.ts'

/** What is said of a member where it stands, or else of what it is. */
const aboutOf = (schema: Schema, resolve: Resolve<Schema>): string | undefined => {
  if (schema.description !== undefined) return schema.description
  const named = schema.anyOf ?? schema.oneOf ?? []
  const texts = [resolve(schema), ...named.map(resolve)].flatMap(({ description }) => description ?? [])
  return texts.length === 0 ? undefined : [...new Set(texts)].join(' ')
}

/** What a body holds, member by member; nothing where it is no object. */
export const memberTable = (
  schema: Schema,
  resolve: Resolve<Schema>,
  label: (member: Member) => string | undefined
): readonly Html[] => {
  const members = schemaMembers(schema, resolve)
  if (members.length === 0) return []
  const terms = members.map((member) => ({
    name: member.name,
    label: label(member),
    words: schemaWords(member.schema, resolve),
    about: aboutOf(member.schema, resolve)
  }))
  return [element('details', {}, element('summary', {}, 'Members'), termList(terms))]
}
