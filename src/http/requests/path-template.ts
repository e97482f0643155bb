const parameterOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1]

/** A path as the router writes it: `/keys/:id` for `/keys/{id}`. */
export const routeOf = (template: string): string =>
  template
    .split('/')
    .map((segment) => {
      const name = parameterOf(segment)
      return name === undefined ? segment : `:${name}`
    })
    .join('/')

/** A template with these values, as they are, in the places of their names. */
export const fillTemplate = (template: string, values: ReadonlyMap<string, string>): string =>
  template
    .split('/')
    .map((segment) => values.get(parameterOf(segment) ?? '') ?? segment)
    .join('/')

/** Whether a decoded path is one of those that a template stands for: `{name}` is any one segment. */
export const fitsTemplate = (template: string, path: string): boolean => {
  const wanted = template.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) =>
      parameterOf(segment) === undefined ? segment === given[index] : given[index] !== ''
    )
  )
}
