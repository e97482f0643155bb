import type { Settings } from '../../config/settings.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AuditStore } from '../../store/audit-store.ts'
import type { Actor } from './actor.ts'
import { auditRecord } from './audit-record.ts'

const SEPARATOR = ' = '

/** Every figure that bounds what keys and requests may do, as `name = value`, in order. */
const limitsOf = ({ tiers, limits }: Settings): readonly string[] => {
  const named: readonly (readonly [string, object])[] = [
    ...tiers.map(({ name, ...figures }) => [`tiers.${name}`, figures] as const),
    ['limits', limits]
  ]
  return named
    .flatMap(([heading, figures]) =>
      Object.entries(figures).map(([name, value]) => `${heading}.${name}${SEPARATOR}${String(value)}`)
    )
    .sort()
}

const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value)

/** Leaves an entry when a server starts with other limits than the last one; also on the first start. */
export const recordLimits = async (
  audit: AuditStore,
  settings: Settings,
  actor: Actor,
  clock: Clock
): Promise<void> => {
  const [last] = await audit.last({ event: 'limits_changed' }, 1)
  const stored = last?.details['limits']
  const before = isTextList(stored) ? stored : []
  const limits = limitsOf(settings)
  const changed = limits.filter((line) => !before.includes(line))
  const gone = before.filter((line) => !limits.includes(line))
  if (changed.length + gone.length === 0) return
  await audit.append([auditRecord(clock, actor, 'limits_changed', { limits, changed, before: gone })])
}
