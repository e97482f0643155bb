#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)

const fail = (sentence) => {
  console.error(`sigmill: ${sentence}`)
  process.exitCode = 70
}

if (major < 20 || (major === 20 && minor < 19)) {
  fail(`this needs Node 20.19 or later, and here runs ${process.versions.node}. Install a newer Node.`)
} else {
  import('../dist/main.js').then(
    ({ main }) => main(process.argv.slice(2)),
    (error) => {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('dist')) throw error
      fail('the program is not built yet. Run npm ci, or npm run build, in its folder first.')
    }
  )
}
