import type { z } from 'zod'

/** One JSON document. */
export interface JsonContent<Schema extends z.ZodType = z.ZodType> {
  readonly form: 'json'
  /** The Content-Type header. */
  readonly type: string
  readonly schema: Schema
  readonly example: z.input<Schema>
}

/** JSON documents, each on a line of its own or in an event of its own. None is an empty answer. */
export interface LinesContent<Schema extends z.ZodType = z.ZodType> {
  readonly form: 'lines' | 'events'
  readonly type: string
  /** Of one document. */
  readonly schema: Schema
  /** Of one document. */
  readonly example: z.input<Schema>
}

/** A text of a format of its own. */
export interface TextContent {
  readonly form: 'text'
  readonly type: string
  readonly example: string
}

/** Bytes for programs. */
export interface BytesContent {
  readonly form: 'bytes'
  readonly type: string
}

/** In what form an answer comes. */
export type Content = JsonContent | LinesContent | TextContent | BytesContent

/** The Content-Type of JSON. */
export const JSON_TYPE = 'application/json; charset=utf-8'

/** The Content-Type of JSON lines. */
export const LINES_TYPE = 'application/x-ndjson; charset=utf-8'

/** The Content-Type of Sigma rules. */
export const YAML_TYPE = 'application/yaml; charset=utf-8'

/** The Content-Type of tables, with a header. */
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/** The Content-Type of bare lines. */
export const TEXT_TYPE = 'text/plain; charset=utf-8'

/** One JSON document, of {@link JSON_TYPE} unless another type is named. */
export const json = <Schema extends z.ZodType>(
  schema: Schema,
  example: NoInfer<z.input<Schema>>,
  type: string = JSON_TYPE
): JsonContent<Schema> => ({ form: 'json', type, schema, example })

/** JSON documents on lines. */
export const lines = <Schema extends z.ZodType>(
  schema: Schema,
  example: NoInfer<z.input<Schema>>
): LinesContent<Schema> => ({ form: 'lines', type: LINES_TYPE, schema, example })

/** Server-sent events with JSON documents: WHATWG HTML, section 9.2. */
export const events = <Schema extends z.ZodType>(
  schema: Schema,
  example: NoInfer<z.input<Schema>>
): LinesContent<Schema> => ({ form: 'events', type: 'text/event-stream', schema, example })

/** A text of a format of its own. */
export const text = (type: string, example: string): TextContent => ({ form: 'text', type, example })

/**
 * The media type as descriptions name it: without what only says how the text is written. Parameters that are part of
 * the type itself stand without a blank, as TAXII and STIX have them.
 */
export const mediaTypeOf = ({ type }: Pick<Content, 'type'>): string => type.split('; ', 1).join('')
