import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as GroupRule from '../../src/detect/group/group-rule.ts'
import type * as RuleGroup from '../../src/detect/group/rule-group.ts'
import type * as NoRule from '../../src/detect/no-rule-reason.ts'
import type * as RuleText from '../../src/detect/rule-text.ts'
import type * as CleanText from '../../src/indicator/clean-text.ts'
import type * as MakeContext from '../../src/indicator/make-context.ts'
import type * as Normalise from '../../src/indicator/normalise.ts'
import type * as WriteRule from '../../src/sigma/write-rule.ts'

/** The functions that make rules, of the project's own `src` or of a copy with a fault in it. */
export type Source = typeof CleanText &
  typeof MakeContext &
  typeof Normalise &
  typeof NoRule &
  typeof RuleText &
  typeof RuleGroup &
  typeof GroupRule &
  typeof WriteRule

/** Opens a source folder. */
export const openSource = async (source: string): Promise<Source> => {
  const room = async <T>(file: string): Promise<T> => (await import(pathToFileURL(resolve(source, file)).href)) as T
  return {
    ...(await room<typeof CleanText>('indicator/clean-text.ts')),
    ...(await room<typeof MakeContext>('indicator/make-context.ts')),
    ...(await room<typeof Normalise>('indicator/normalise.ts')),
    ...(await room<typeof NoRule>('detect/no-rule-reason.ts')),
    ...(await room<typeof RuleText>('detect/rule-text.ts')),
    ...(await room<typeof RuleGroup>('detect/group/rule-group.ts')),
    ...(await room<typeof GroupRule>('detect/group/group-rule.ts')),
    ...(await room<typeof WriteRule>('sigma/write-rule.ts'))
  }
}
