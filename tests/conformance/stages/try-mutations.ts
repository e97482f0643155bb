import type { Bench, Stage } from '../bench.ts'
import { GATE_KEEPERS, type Suspect } from '../mutations/gates.ts'
import { GATES, type Mutation } from '../mutations/mutation.ts'
import { withMutatedProject } from '../mutations/mutated-project.ts'
import { MUTATIONS } from '../mutations/mutations.ts'

/** What speaks against the gates themselves: without a fault they must keep silent. */
const silence = async (suspect: Suspect): Promise<readonly string[]> => {
  const said: string[] = []
  for (const gate of GATES) {
    const complaints = await GATE_KEEPERS[gate](suspect)
    if (complaints.length > 0) said.push(`${gate} complains without a fault: ${complaints[0]}`)
  }
  return said
}

const survivors = async (mutation: Mutation, { referees }: Bench): Promise<readonly string[]> =>
  withMutatedProject(mutation, async (root) => {
    const complaints = await GATE_KEEPERS[mutation.caughtBy]({ root, referees })
    return complaints.length > 0 ? [] : [`survives ${mutation.caughtBy}: ${mutation.name} (${mutation.file})`]
  })

/** Every fault that is put into the source or a pipeline on purpose is noticed, at the gate that is there for it. */
export const tryMutations: Stage = async (bench) => {
  const differences = [...(await silence({ root: '.', referees: bench.referees }))]
  for (const mutation of MUTATIONS) differences.push(...(await survivors(mutation, bench)))
  return [
    { subject: 'faults put in on purpose', of: `${MUTATIONS.length} mutations of src and pipelines`, differences }
  ]
}
