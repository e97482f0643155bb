import * as zlib from 'node:zlib'
import type { Transform } from 'node:stream'
import Negotiator from 'negotiator'

/** Makes a compressor whose every write comes out at once, so that a slow export flows. */
type Coder = () => Transform

const { constants } = zlib

const gzip: Coder = () => zlib.createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH })

const brotli: Coder = () =>
  zlib.createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 }
  })

/** Node has it from 22.15 on. */
const createZstdCompress: unknown = Reflect.get(zlib, 'createZstdCompress')
const zstdFlush: unknown = Reflect.get(constants, 'ZSTD_e_flush')

const zstd: Coder | undefined =
  typeof createZstdCompress === 'function' && typeof zstdFlush === 'number'
    ? () => (createZstdCompress as (options: { flush: number }) => Transform)({ flush: zstdFlush })
    : undefined

/** Content codings that the server can apply. */
export const CODERS: Readonly<Record<string, Coder>> = {
  ...(zstd === undefined ? {} : { zstd }),
  gzip,
  br: brotli
}

const CODINGS = [...Object.keys(CODERS), 'identity']

/** A coding that the client takes, with what applies it. */
export interface ContentCoding {
  readonly name: string
  readonly coder: Coder
}

const negotiateCoding = (acceptEncoding: string): ContentCoding | undefined => {
  const name = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encoding(CODINGS)
  const coder = name === undefined ? undefined : CODERS[name]
  return name === undefined || coder === undefined ? undefined : { name, coder }
}

/** Tells which coding a client likes best, found when it is first asked for; `undefined` leaves the bytes as they are. */
export const codingOnce = (acceptEncoding: string | undefined): (() => ContentCoding | undefined) => {
  let liked: { readonly coding: ContentCoding | undefined } | undefined
  return () => {
    if (acceptEncoding === undefined) return undefined
    liked ??= { coding: negotiateCoding(acceptEncoding) }
    return liked.coding
  }
}
