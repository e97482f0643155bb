import type { Settings } from '../../config/settings.ts'
import { remember } from '../../indicator/remember.ts'
import type { Asked, Caller, Parameters } from '../operation.ts'

/** Reads what a key asks for. */
type Read<Wanted> = (asked: Asked, settings: Settings) => Wanted

/** Reads what is asked for once for each key and query string, of which the same come again and again. */
export const oncePerKey = <Wanted>(read: Read<Wanted>): Read<Wanted> => {
  const knownOf = remember((_parameters: Parameters) => new WeakMap<Caller['key'], { readonly wanted: Wanted }>())
  return ({ parameters, caller }, settings) => {
    const known = knownOf(parameters)
    const before = known.get(caller.key)
    if (before !== undefined) return before.wanted
    const wanted = read({ parameters, caller }, settings)
    known.set(caller.key, { wanted })
    return wanted
  }
}
