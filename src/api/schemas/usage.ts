import { z } from 'zod'
import { COUNT, DAY, SECOND } from '../values.ts'

const MILLISECONDS = z.number().min(0)

/** The use of a key over some days. */
export const USAGE = z
  .strictObject({
    key_id: z.uuid(),
    window_days: COUNT,
    total_requests: COUNT,
    successful: COUNT,
    client_errors: COUNT,
    server_errors: COUNT,
    success_rate: z.number().min(0).max(1).describe('1 where there were no requests.'),
    avg_response_time_ms: MILLISECONDS,
    latency_p50_ms: MILLISECONDS,
    latency_p95_ms: MILLISECONDS,
    latency_p99_ms: MILLISECONDS,
    rate_limit_peak_per_minute: COUNT,
    rate_limit_peak_per_day: COUNT,
    top_endpoints: z.array(z.strictObject({ path: z.string(), count: COUNT })),
    by_status: z.record(z.string().regex(/^\d{3}$/), COUNT),
    daily: z
      .array(z.strictObject({ date: DAY, requests: COUNT, errors: COUNT }))
      .describe('Every day of the window, the oldest first.'),
    rate_limit_hits_by_hour: z.array(z.strictObject({ hour: SECOND, count: COUNT }))
  })
  .meta({ id: 'KeyUsage' })

/** The use of one key. */
export const USAGE_ANSWER = z.strictObject({ data: USAGE })

/** An example of {@link USAGE_ANSWER}. */
export const USAGE_EXAMPLE: z.input<typeof USAGE_ANSWER> = {
  data: {
    key_id: '0d3c5b1e-4f5a-4c8e-9b0a-5d2f0c7e6a11',
    window_days: 1,
    total_requests: 10,
    successful: 9,
    client_errors: 1,
    server_errors: 0,
    success_rate: 0.9,
    avg_response_time_ms: 9.61,
    latency_p50_ms: 2.04,
    latency_p95_ms: 80.12,
    latency_p99_ms: 80.12,
    rate_limit_peak_per_minute: 7,
    rate_limit_peak_per_day: 10,
    top_endpoints: [{ path: '/api/v1/iocs/sigma', count: 10 }],
    by_status: { '200': 9, '429': 1 },
    daily: [{ date: '2026-05-17', requests: 10, errors: 1 }],
    rate_limit_hits_by_hour: [{ hour: '2026-05-17T10:00:00Z', count: 1 }]
  }
}
