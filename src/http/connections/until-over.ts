import type { ServerResponse } from 'node:http'

/** A signal that is aborted once nobody waits for an answer: the client has gone, or the server stops. */
export const untilOver = (response: ServerResponse, stopping: AbortSignal): AbortSignal => {
  const controller = new AbortController()
  const abort = (): void => {
    stopping.removeEventListener('abort', abort)
    response.off('close', abort)
    controller.abort()
  }
  if (stopping.aborted || response.destroyed) abort()
  else {
    stopping.addEventListener('abort', abort)
    response.once('close', abort)
  }
  return controller.signal
}
