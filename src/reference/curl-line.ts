import type { Json, Parameter } from './open-api.ts'

/** A request that a line for the shell makes. */
export interface ShownRequest {
  readonly method: string
  /** With `{name}` where a parameter stands. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Json | undefined
  readonly needsKey: boolean
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The values of a list stand in one, parted by commas. */
const exampleText = ({ example }: Parameter): string =>
  Array.isArray(example) ? example.map(textOf).join(',') : textOf(example)

/** As it stands in a URL; commas part the values of lists, and stay. */
const inUrl = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':')

const singleQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const targetOf = ({ path, parameters }: ShownRequest): string => {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((target, parameter) => target.replaceAll(`{${parameter.name}}`, inUrl(exampleText(parameter))), path)
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map((parameter) => `${inUrl(parameter.name)}=${inUrl(exampleText(parameter))}`)
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

/** The request as a line for the shell, with the server and the key in `$URL` and `$KEY`. */
export const curlLine = (request: ShownRequest): string => {
  const { method, body, needsKey } = request
  const parts = [
    'curl -fsS',
    ...(method === 'GET' || (method === 'POST' && body !== undefined) ? [] : [`-X ${method}`]),
    ...(needsKey ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"']),
    `"$URL${targetOf(request)}"`
  ]
  const line = parts.join(' ')
  return body === undefined ? line : `${line} \\\n  -d ${singleQuoted(JSON.stringify(body))}`
}
