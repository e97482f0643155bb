import { type DestinationStream, destination, pino, stdSerializers, stdTimeFunctions } from 'pino'
import { redactorFor } from './redact.ts'

/** The least that is written. */
export type LogLevel = 'info' | 'warn' | 'error' | 'silent'

/** Facts beside the message. `error` may hold an `Error`, which is written with its stack. */
type LogFields = Readonly<Record<string, unknown>>

/** Notes for the operator: one JSON object a line, with `level`, `time` (ISO 8601), the fields and `msg`. */
export interface Logger {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

/** What {@link createLogger} may be told. */
export interface LoggerOptions {
  readonly level: LogLevel
  /** How API keys begin: whatever looks like one is taken out of every line. */
  readonly keyPrefix: string
}

const standardError = (): DestinationStream => destination({ dest: 2, sync: true })

/** A logger to standard error, or to where the caller wants its lines. Credentials never reach a line. */
export const createLogger = (options: LoggerOptions, lines: DestinationStream = standardError()): Logger => {
  const log = pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { error: stdSerializers.err },
      hooks: { streamWrite: redactorFor(options.keyPrefix) }
    },
    lines
  )
  return {
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message)
  }
}

/** Says nothing. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {} }
