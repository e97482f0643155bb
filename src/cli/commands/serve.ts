import { openServerSecrets } from '../../app/keys/server-secrets.ts'
import { defineCommand } from '../command.ts'
import { DEMO_SETTINGS, DEMO_STORE, demoText } from '../demo.ts'
import { switchFlag } from '../flag.ts'
import { say } from '../print.ts'
import { serverText } from '../server-text.ts'
import { withStore } from '../with-store.ts'

/** Reading feeds takes longer to load than a server to start, and only a demonstration does it here. */
const loadDemo = async () => (await import('../prepare-demo.ts')).prepareDemo

/** Serves the HTTP API over a store. */
export const serve = defineCommand({
  name: 'serve',
  summary: 'serve the HTTP API',
  description:
    'Serves the HTTP API over a store, which is made if it is not there. One server at a time serves a store; other commands may work on it meanwhile. ' +
    'SIGINT or SIGTERM lets running answers finish; a second one stops at once.',
  operand: undefined,
  settings: ['db', 'host', 'port', 'publisher.name', 'publisher.url', 'log.level'],
  flags: {
    demo: switchFlag(`fill the store with sample feeds and make a key for a day (default store: ${DEMO_STORE})`)
  },
  examples: [
    ['serve', 'serve ./sigmill.db'],
    ['serve --demo', 'try it with sample indicators'],
    ['serve --host 0.0.0.0 --port 8080 --db sqlite:/var/lib/sigmill/sigmill.db', 'serve other machines']
  ],
  async run({ world, loadSettings, flags }) {
    const isDemo = flags.demo === true
    const settings = await loadSettings(isDemo ? DEMO_SETTINGS : {})
    await withStore(world, settings, { create: true }, async (store) => {
      await store.serve()
      const source = world.secretSource(settings)
      const secrets = await openServerSecrets({ store, source, crypto: world.crypto, clock: world.clock })
      const demo = isDemo ? await (await loadDemo())(world, store, settings, secrets) : undefined
      const server = await world.startServer(store, secrets, settings)
      say(world, serverText(server, settings))
      if (demo !== undefined) say(world, demoText(server.url, demo))
      await server.stopped
    })
    return 0
  }
})
