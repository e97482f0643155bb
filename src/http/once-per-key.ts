import type { Settings } from '../config/settings.ts'
import type { Caller, KeyedRequest, Parameters } from './operation.ts'

/** Reads what a request of a key asks for. */
type Read<Wanted> = (keyed: KeyedRequest, settings: Settings) => Wanted

/**
 * Reads what is asked for once for each key and query string, of which the same come again and again. It may rest on
 * nothing else of a request.
 */
export const oncePerKey = <Wanted>(read: Read<Wanted>): Read<Wanted> => {
  const known = new WeakMap<Parameters, WeakMap<Caller['key'], Wanted>>()
  return (keyed, settings) => {
    const { parameters, caller } = keyed
    const ofQuery = known.get(parameters) ?? new WeakMap<Caller['key'], Wanted>()
    const before = ofQuery.get(caller.key)
    if (before !== undefined) return before
    const wanted = read(keyed, settings)
    ofQuery.set(caller.key, wanted)
    known.set(parameters, ofQuery)
    return wanted
  }
}
