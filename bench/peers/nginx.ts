import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Asked } from '../load/ask.ts'
import { startProcess } from '../program/started.ts'
import type { BareServer } from './bare-server.ts'

/** nginx takes no port that is free by itself. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const configuration = (port: number): string => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr notice;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  keepalive_requests 1000000;
  default_type application/yaml;
  server { listen 127.0.0.1:${port}; root files; index answer; }
}
`

/** Serves the body of an answer as a file with nginx, in one process. */
export const serveWithNginx = async (nginx: string, answer: Asked, folder: string): Promise<BareServer> => {
  const place = join(folder, 'nginx')
  await mkdir(join(place, 'files'), { recursive: true })
  await writeFile(join(place, 'files', 'answer'), answer.body)
  const port = await freePort()
  await writeFile(join(place, 'nginx.conf'), configuration(port))
  const { stop } = await startProcess(
    { file: nginx, args: ['-p', place, '-c', 'nginx.conf', '-e', 'stderr'], cwd: place },
    /start worker process|using the ".*" event method/
  )
  // Without a master, the process that works is the one that was started.
  const pid = Number(await readFile(join(place, 'nginx.pid'), 'utf8'))
  return { origin: `http://127.0.0.1:${port}`, pid, stop }
}
