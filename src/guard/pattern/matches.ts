import type { Step } from './program.ts'

/** Walks a value once with all ways through a program at the same time: length of value times length of program. */
export const matches = (program: readonly Step[], value: string): boolean => {
  /** At which position a step was last entered, so that no way is followed twice. */
  const entered = new Int32Array(program.length).fill(-1)
  let here: number[] = []

  const enter = (first: number, at: number, into: number[]): boolean => {
    const open = [first]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const step = program[place]
      if (step === undefined || entered[place] === at) continue
      entered[place] = at
      if (step.does === 'match') return true
      if (step.does === 'take') into.push(place)
      else if (step.does === 'fork') open.push(step.to, step.or)
      else if (at === (step.place === 'start' ? 0 : value.length)) open.push(place + 1)
    }
    return false
  }

  for (let at = 0; at < value.length; at += 1) {
    if (enter(0, at, here)) return true
    const next: number[] = []
    const unit = value.charCodeAt(at)
    for (const place of here) {
      const step = program[place]
      if (step?.does === 'take' && step.fits(unit) && enter(place + 1, at + 1, next)) return true
    }
    here = next
  }
  return enter(0, value.length, here)
}
