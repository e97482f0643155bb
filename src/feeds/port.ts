import { readPort } from '../indicator/port.ts'

/** A port as a field of a record states it; `undefined` for anything that is none. */
export const parsePort = (text: string | undefined): number | undefined => {
  const port = text === undefined ? undefined : readPort(text)
  return typeof port === 'number' ? port : undefined
}
