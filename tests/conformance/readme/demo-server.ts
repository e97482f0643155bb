import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { PROGRAM } from '../program.ts'

/** A server over the samples, with the key and the address that it prints. */
export interface DemoServer {
  readonly key: string
  readonly url: string
  stop(): Promise<void>
}

const CURL_LINE = /Authorization: Bearer ([^"]+)" "(http:\/\/[^/"]+)/

/** Starts `sigmill serve --demo` on a free port, with its store in `folder`. */
export const startDemoServer = async (folder: string): Promise<DemoServer> => {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--demo', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    const [, key, url] = CURL_LINE.exec(line) ?? []
    if (key === undefined || url === undefined) continue
    return {
      key,
      url,
      async stop() {
        child.stderr.resume()
        child.kill()
        await once(child, 'close')
      }
    }
  }
  throw new Error(`The server printed no curl line:\n${lines.join('\n')}`)
}
