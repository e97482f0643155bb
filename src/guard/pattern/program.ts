import { PatternRefusal, type PatternNode, type UnitTest } from './node.ts'

/** One step of a program; a `fork` goes on at both places. */
export type Step =
  | { readonly does: 'take'; readonly fits: UnitTest }
  | { readonly does: 'fork'; readonly to: number; readonly or: number }
  | { readonly does: 'require'; readonly place: 'start' | 'end' }
  | { readonly does: 'match' }

/** Steps of the longest program: what a value may cost per character. */
const MOST_STEPS = 2_000

/** Writes programs for a machine that follows all ways at once (Thompson's construction). */
class Compiler {
  readonly steps: Step[] = []

  add(node: PatternNode): void {
    switch (node.is) {
      case 'unit':
        this.#push({ does: 'take', fits: node.fits })
        break
      case 'start':
      case 'end':
        this.#push({ does: 'require', place: node.is })
        break
      case 'sequence':
        for (const part of node.nodes) this.add(part)
        break
      case 'choice':
        this.#choice(node.nodes)
        break
      case 'repeat':
        this.#repeat(node.node, node.least, node.most)
    }
  }

  #choice(nodes: readonly PatternNode[]): void {
    const ends: number[] = []
    for (const [index, node] of nodes.entries()) {
      if (index === nodes.length - 1) {
        this.add(node)
        break
      }
      const fork = this.#push()
      this.add(node)
      ends.push(this.#push())
      this.steps[fork] = { does: 'fork', to: fork + 1, or: this.steps.length }
    }
    for (const end of ends) this.steps[end] = { does: 'fork', to: this.steps.length, or: this.steps.length }
  }

  #repeat(node: PatternNode, least: number, most: number): void {
    for (let time = 0; time < least; time += 1) {
      const before = this.steps.length
      this.add(node)
      // However often nothing is repeated, it stays nothing.
      if (this.steps.length === before) break
    }
    if (most === Number.POSITIVE_INFINITY) {
      const fork = this.#push()
      this.add(node)
      this.#push({ does: 'fork', to: fork, or: fork })
      this.steps[fork] = { does: 'fork', to: fork + 1, or: this.steps.length }
      return
    }
    const forks: number[] = []
    for (let time = least; time < most; time += 1) {
      forks.push(this.#push())
      this.add(node)
    }
    for (const fork of forks) this.steps[fork] = { does: 'fork', to: fork + 1, or: this.steps.length }
  }

  /** Without a step, a place that is filled when it is known where it goes. */
  #push(step: Step = { does: 'match' }): number {
    if (this.steps.length >= MOST_STEPS) throw new PatternRefusal('is too long once its repetitions are written out')
    return this.steps.push(step) - 1
  }
}

/** The steps that match a pattern anywhere in a value. */
export const programOf = (node: PatternNode): readonly Step[] => {
  const compiler = new Compiler()
  compiler.add(node)
  return [...compiler.steps, { does: 'match' }]
}
