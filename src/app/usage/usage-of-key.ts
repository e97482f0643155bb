import type { Written } from '../../api/written.ts'
import type { USAGE } from '../../api/schemas/usage.ts'
import { dayOfInstant, formatDay, type Day, type Instant } from '../../indicator/time.ts'
import type { CounterStore, UsageCount, UsageMeasure } from '../../store/counter-store.ts'
import { latencyAt } from './latency.ts'

/** The use of a key over some days, as the API shows it. */
export type KeyUsage = Written<typeof USAGE>

const MOST_ENDPOINTS = 10

const sum = (counts: readonly UsageCount[]): number => counts.reduce((all, { count }) => all + count, 0)

const isError = ({ item }: UsageCount): boolean => Number(item) >= 400

const isServerError = ({ item }: UsageCount): boolean => Number(item) >= 500

const byItem = (counts: readonly UsageCount[]): readonly (readonly [item: string, count: number])[] => {
  const found = new Map<string, number>()
  for (const { item, count } of counts) found.set(item, (found.get(item) ?? 0) + count)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100

const dailyOf = (statuses: readonly UsageCount[], from: Day, today: Day): KeyUsage['daily'] =>
  Array.from({ length: today - from + 1 }, (_, index) => {
    const ofDay = statuses.filter(({ day }) => day === from + index)
    return { date: formatDay(from + index), requests: sum(ofDay), errors: sum(ofDay.filter(isError)) }
  })

/** The use of a key over the last days with today, at most those for which it is kept. Its last second may still be missing. */
export const usageOfKey = async (
  counters: Pick<CounterStore, 'usageOf'>,
  keyId: string,
  days: number,
  now: Instant
): Promise<KeyUsage> => {
  const today = dayOfInstant(now)
  const from = today - days + 1
  // After a step back of the clock there may be days that have not come yet.
  const counts = (await counters.usageOf(keyId, from)).filter(({ day }) => day <= today)
  const of = (measure: UsageMeasure): readonly UsageCount[] => counts.filter((count) => count.measure === measure)
  const peakOf = (measure: UsageMeasure): number => Math.max(0, ...of(measure).map(({ count }) => count))

  const statuses = of('status')
  const latencies = new Map(byItem(of('latency')).map(([bucket, count]) => [Number(bucket), count]))
  const total = sum(statuses)
  const errors = sum(statuses.filter(isError))
  const serverErrors = sum(statuses.filter(isServerError))
  return {
    key_id: keyId,
    window_days: days,
    total_requests: total,
    successful: total - errors,
    client_errors: errors - serverErrors,
    server_errors: serverErrors,
    success_rate: total === 0 ? 1 : Math.round(((total - errors) / total) * 10_000) / 10_000,
    avg_response_time_ms: total === 0 ? 0 : rounded(sum(of('micros')) / total / 1_000),
    latency_p50_ms: rounded(latencyAt(0.5, latencies)),
    latency_p95_ms: rounded(latencyAt(0.95, latencies)),
    latency_p99_ms: rounded(latencyAt(0.99, latencies)),
    rate_limit_peak_per_minute: peakOf('peak_minute'),
    rate_limit_peak_per_day: peakOf('peak_day'),
    top_endpoints: byItem(of('path'))
      .map(([path, count]) => ({ path, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_ENDPOINTS),
    by_status: Object.fromEntries(byItem(statuses)),
    daily: dailyOf(statuses, from, today),
    rate_limit_hits_by_hour: byItem(of('limited')).map(([hour, count]) => ({ hour, count }))
  }
}
