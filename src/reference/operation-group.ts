import type { Document, Operation } from './open-api.ts'

/** An operation with where it stands. */
export interface PlacedOperation {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** Operations that belong together. */
export interface OperationGroup {
  readonly name: string
  readonly about: string
  /** Where it stands on the page. */
  readonly anchor: string
  readonly operations: readonly PlacedOperation[]
}

/** Every operation of a document under its first tag, in the order of the tags and paths; HEAD goes without saying. */
export const groupOperations = ({ tags, paths }: Pick<Document, 'tags' | 'paths'>): readonly OperationGroup[] => {
  const placed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'head')
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
  )
  return tags.map(({ name, description }) => ({
    name,
    about: description,
    anchor: `group-${name.toLowerCase().replaceAll(' ', '-')}`,
    operations: placed.filter(({ operation }) => operation.tags[0] === name)
  }))
}
