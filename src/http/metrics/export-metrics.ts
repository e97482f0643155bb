import { Counter, type Registry } from 'prom-client'

/** What answers hand out, and who gets none. */
export interface ExportMetrics {
  /** Notes that an answer hands out so many rules or indicators. */
  exported(operation: string, count: number): void
  /** Notes that an export is read from the store, not given again from memory. */
  opened(operation: string): void
  /** Notes a request, or a connection that is reset, of an address that is held off. */
  heldOff(): void
}

/** Adds the figures of requests, which count from then on. */
export const addExportMetrics = (registry: Registry): ExportMetrics => {
  const registers = [registry]
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
    exported: (operation, count) => exported.inc({ operation }, count),
    opened: (operation) => opened.inc({ operation }),
    heldOff: () => heldOff.inc()
  }
}
