import { Counter, Histogram, type Registry } from 'prom-client'

/** A request whose answer is over. */
export interface MeasuredRequest {
  /** `GET /api/v1/pipelines/{name}`; empty where no operation takes it. */
  readonly operation: string
  readonly status: number
  readonly seconds: number
}

/** The figures of a server's requests. */
export interface RequestMetrics {
  answered(request: MeasuredRequest): void
  /** Notes that an answer hands out so many rules or indicators. */
  exported(operation: string, count: number): void
  /** Notes that an export is read from the store, not given again from memory. */
  opened(operation: string): void
  /** Notes a request, or a connection that is reset, of an address that is held off. */
  heldOff(): void
}

/** In seconds: from a poll that brings nothing new to an export over a slow line. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/** Adds the figures of requests, which count from then on. */
export const addRequestMetrics = (registry: Registry): RequestMetrics => {
  const registers = [registry]
  const requests = new Counter({
    name: 'sigmill_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['operation', 'status'],
    registers
  })
  const durations = new Histogram({
    name: 'sigmill_http_request_duration_seconds',
    help: 'Seconds from the first look at a request to the end of its answer.',
    labelNames: ['operation'],
    buckets: BOUNDS,
    registers
  })
  const exported = new Counter({
    name: 'sigmill_exported_total',
    help: 'Rules and indicators that were handed out.',
    labelNames: ['operation'],
    registers
  })
  const opened = new Counter({
    name: 'sigmill_exports_opened_total',
    help: 'Exports that were read from the store; others were given again from memory.',
    labelNames: ['operation'],
    registers
  })
  const heldOff = new Counter({
    name: 'sigmill_http_held_off_total',
    help: 'Requests and connections that were refused because their address had sent too many wrong keys.',
    registers
  })
  return {
    answered({ operation, status, seconds }) {
      requests.inc({ operation, status })
      durations.observe({ operation }, seconds)
    },
    exported: (operation, count) => exported.inc({ operation }, count),
    opened: (operation) => opened.inc({ operation }),
    heldOff: () => heldOff.inc()
  }
}
