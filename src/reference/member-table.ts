import { element, type Html } from './html.ts'
import type { Schema } from './open-api.ts'
import type { Resolve } from './resolver.ts'
import { schemaMembers, type Member } from './schema-members.ts'
import { schemaWords } from './schema-words.ts'
import { termList } from './term-list.ts'

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
    about: resolve(member.schema).description ?? member.schema.description
  }))
  return [element('details', {}, element('summary', {}, 'Members'), termList(terms))]
}
