import type { IncomingMessage } from 'node:http'

/** Whether a body comes with a request. */
export const hasBody = ({
  'content-length': length,
  'transfer-encoding': coding
}: IncomingMessage['headers']): boolean => coding !== undefined || (length !== undefined && Number(length) > 0)
