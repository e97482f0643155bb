import type { Answer, Components, Header, Parameter, Reference, Schema } from './open-api.ts'

/** Gives a part of the document, also where only its place is named. */
export type Resolve<Part> = (given: Part | Reference) => Part

/** Resolves the parts that documents share. */
export interface Resolvers {
  readonly schema: Resolve<Schema>
  readonly parameter: Resolve<Parameter>
  readonly header: Resolve<Header>
  readonly answer: Resolve<Answer>
}

const isReference = (given: object): given is Reference => '$ref' in given && given.$ref !== undefined

const resolverIn =
  <Part extends object>(parts: Readonly<Record<string, Part>>): Resolve<Part> =>
  (given) => {
    if (!isReference(given)) return given
    const part = parts[given.$ref.slice(given.$ref.lastIndexOf('/') + 1)]
    if (part === undefined) throw new Error(`nothing in the document stands at ${given.$ref}`)
    return part
  }

/** The resolvers of a document. */
export const resolversOf = ({ schemas, parameters, headers, responses }: Components): Resolvers => ({
  schema: resolverIn(schemas),
  parameter: resolverIn(parameters),
  header: resolverIn(headers),
  answer: resolverIn(responses)
})
