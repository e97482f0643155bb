import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import { isPossibleTime } from './possible-time.ts'
import { type ResolvedScalar, resolveScalar } from './resolve-scalar.ts'
import { YamlFault } from './yaml-fault.ts'
import type { ScalarNode, ScalarType } from './yaml-node.ts'

interface Tagged {
  readonly tagStart: number
  readonly tagEnd: number
}

const TYPES: ReadonlyMap<string, ScalarType> = new Map([
  ['str', 'string'],
  ['int', 'integer'],
  ['float', 'float'],
  ['bool', 'boolean'],
  ['null', 'null'],
  ['timestamp', 'timestamp']
])

/** `str` for `!!str` and `!<tag:yaml.org,2002:str>`, empty for `!`, the whole of any other; `undefined` without a tag. */
const tagOf = (text: string, { tagStart, tagEnd }: Tagged): string | undefined => {
  if (tagStart < 0) return undefined
  const tag = text.slice(tagStart, tagEnd)
  if (tag === '!') return ''
  if (tag.startsWith('!!')) return tag.slice(2)
  return tag.startsWith('!<tag:yaml.org,2002:') ? tag.slice(20, -1) : tag
}

/** Throws where a collection carries another tag than its own. */
export const expectTag = (text: string, tagged: Tagged, expected: string, at: number): void => {
  const tag = tagOf(text, tagged)
  if (tag !== undefined && tag !== '' && tag !== expected) throw unusable(tag, at)
}

const unusable = (tag: string, at: number): YamlFault =>
  new YamlFault(at, `the tag ${tag} is none that Sigma's tools read here; leave it out`)

/** Reads a scalar that stands at an offset. */
export const readScalar = (text: string, event: ScalarEvent, at: number): ScalarNode => {
  const value = event.valueStart < 0 ? '' : getScalarValue(text, event)
  const tag = tagOf(text, event)
  const isPlain = event.style === SCALAR_STYLE.PLAIN
  if (isPlain && tag === undefined && (value === '<<' || value === '=')) {
    throw new YamlFault(at, `${value} has a meaning of its own in YAML 1.1; quote it`)
  }
  const { type, number } = tag === undefined ? untagged(value, isPlain) : tagged(value, tag, at)
  if (type === 'integer' && Number.isNaN(number)) throw new YamlFault(at, 'a number without digits; quote it')
  if (type === 'timestamp' && !isPossibleTime(value)) {
    throw new YamlFault(at, 'it is written like a date, and the calendar has none such; correct or quote it')
  }
  return { kind: 'scalar', type, text: value, number, at }
}

const untagged = (value: string, isPlain: boolean): ResolvedScalar =>
  isPlain ? resolveScalar(value) : { type: 'string', number: undefined }

const tagged = (value: string, tag: string, at: number): ResolvedScalar => {
  const type = tag === '' ? 'string' : TYPES.get(tag)
  if (type === undefined) throw unusable(tag, at)
  if (type === 'string') return { type, number: undefined }
  const resolved = resolveScalar(value)
  if (type === 'float' && resolved.type === 'integer') return { type, number: resolved.number }
  if (resolved.type !== type) throw new YamlFault(at, `the tag !!${tag} does not fit the value; leave it out`)
  return resolved
}
