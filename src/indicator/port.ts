import type { Rejection } from './rejection.ts'

const DIGITS = /^[0-9]+$/
const HIGHEST_PORT = 65_535

/** Whether a number is a port that traffic can go to. */
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= HIGHEST_PORT

/** A port in decimal digits, or why it is none. */
export const readPort = (text: string): number | Rejection => {
  const port = DIGITS.test(text) ? Number(text) : Number.NaN
  return isPort(port) ? port : { reason: 'bad_port', detail: text.slice(0, 16) }
}
