import { readFile } from 'node:fs/promises'
import { dump, loadAll } from 'js-yaml'

/** Reads the rules of a file and prints what it costs js-yaml to write them again, once warm. */
const rules = loadAll(await readFile(process.argv[2] ?? '', 'utf8'))

const dumpAll = (): void => {
  let length = 0
  for (const rule of rules) length += dump(rule, { lineWidth: -1 }).length
  if (length === 0) throw new Error('there is nothing to write')
}

dumpAll()
const began = performance.now()
const before = process.cpuUsage()
dumpAll()
const { user, system } = process.cpuUsage(before)
const seconds = (performance.now() - began) / 1_000
console.log(JSON.stringify({ rules: rules.length, seconds, processorSeconds: (user + system) / 1e6 }))
