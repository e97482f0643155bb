import { letOthersRun } from './platform/let-others-run.ts'
import type { AppParts } from './http/app-parts.ts'
import { OPERATIONS } from './http/operations.ts'

/**
 * Loads what only some requests need, piece by piece beside those that come: a package that is replaced under a running
 * server is not mixed with the one that it began with.
 */
export const loadLate = async ({
  bundles,
  changes,
  plans,
  taxii,
  provenance,
  log
}: Pick<AppParts, 'bundles' | 'changes' | 'plans' | 'taxii' | 'provenance' | 'log'>): Promise<void> => {
  const loads: readonly (() => Promise<unknown>)[] = [
    ...OPERATIONS.map(({ load }) => load),
    bundles,
    changes,
    plans,
    taxii,
    provenance,
    () => import('./app/feeds/feeds.ts'),
    () => import('./app/guard/guard-keeper.ts'),
    () => import('./api/open-api-document.ts'),
    () => import('./reference/reference-page.ts')
  ]
  try {
    for (const load of loads) {
      await letOthersRun()
      await load()
    }
  } catch (error) {
    log.error('a part of the program could not be loaded', { error })
  }
}
