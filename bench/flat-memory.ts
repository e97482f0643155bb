import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateList } from './generate-list.ts'
import { runMeasured } from './run-measured.ts'

/** Imports and exports stores of growing size and prints what each cost: memory is to stay flat. */
const sizes = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'sigmill-bench-'))
try {
  console.log('| values | step | seconds | per second | peak MiB |')
  console.log('|---|---|---|---|---|')
  for (const size of sizes.length === 0 ? [100_000, 1_000_000] : sizes) {
    const list = join(folder, `${size}.txt`)
    const db = `sqlite:${join(folder, `${size}.db`)}`
    const out = join(folder, `${size}.yml`)
    await generateList(list, size)
    const steps: readonly (readonly [string, readonly string[]])[] = [
      ['import', ['import', list, '--db', db]],
      ['import again', ['import', list, '--db', db]],
      ['rules to a file', ['rules', '--db', db, '-o', out]]
    ]
    for (const [name, args] of steps) {
      const { seconds, peakMiB } = await runMeasured(args)
      const rate = Math.round(size / seconds).toLocaleString('en')
      console.log(
        `| ${size.toLocaleString('en')} | ${name} | ${seconds.toFixed(1)} | ${rate} | ${peakMiB.toFixed(0)} |`
      )
    }
    const { size: bytes } = await stat(join(folder, `${size}.db`))
    console.log(`| ${size.toLocaleString('en')} | store on disk: ${(bytes / 2 ** 20).toFixed(0)} MiB | | | |`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
