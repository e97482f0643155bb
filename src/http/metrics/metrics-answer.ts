import type { Answer } from '../answer.ts'
import type { Services } from '../operation.ts'

/** All figures, as Prometheus reads them. */
export const metricsAnswer = async ({ metrics }: Pick<Services, 'metrics'>): Promise<Answer> => ({
  status: 200,
  headers: { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' },
  body: await metrics.text()
})
