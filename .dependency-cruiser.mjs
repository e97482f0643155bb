// Which room may import which. Everything that is not listed here is forbidden.
const doors = {
  problem: [],
  indicator: [],
  sigma: ['indicator'],
  detect: ['indicator', 'sigma'],
  stix: ['indicator', 'sigma', 'detect'],
  bundle: ['indicator', 'sigma', 'detect', 'stix'],
  plan: ['indicator', 'sigma', 'detect', 'bundle'],
  guard: ['indicator', 'problem'],
  feeds: ['indicator', 'problem'],
  store: ['indicator', 'problem'],
  platform: ['indicator', 'problem'],
  config: ['indicator', 'sigma', 'problem'],
  api: ['indicator', 'sigma', 'detect', 'bundle', 'plan', 'config', 'problem'],
  client: ['api'],
  reference: ['indicator'],
  app: [
    'indicator',
    'sigma',
    'detect',
    'stix',
    'bundle',
    'plan',
    'guard',
    'feeds',
    'store',
    'platform',
    'config',
    'api',
    'problem'
  ],
  http: ['api', 'app', 'config', 'indicator', 'reference', 'sigma', 'problem'],
  cli: ['app', 'api', 'config', 'indicator', 'sigma', 'problem']
}
const pure = ['problem', 'indicator', 'sigma', 'detect', 'stix', 'bundle', 'plan', 'guard', 'feeds', 'api', 'reference']

// Files of a list that never import each other: one of them can be added or dropped without touching the rest.
const strangers = [
  'src/indicator/kinds',
  'src/sigma/check/checks',
  'src/detect/recipes',
  'src/bundle/targets',
  'src/feeds/formats',
  'src/app/collect/protocols',
  'src/api/operations',
  'src/http/operations',
  'src/cli/commands'
]

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(doors).map(([room, allowed]) => ({
      name: `doors-of-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}/`) }
    })),
    {
      name: 'pure-rooms-use-no-node',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'only-main-opens-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main\\.ts$', '^src/store/[^/]+/', '\\.test\\.ts$'] },
      to: { path: '^src/store/[^/]+/' }
    },
    ...strangers.map((folder) => ({
      name: `strangers-in-${folder}`,
      severity: 'error',
      from: { path: `^${folder}/([^/.]+)`, pathNot: '\\.test\\.ts$' },
      to: { path: `^${folder}/([^/.]+)`, pathNot: `^${folder}/$1` }
    })),
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(test|contract)\\.ts$' },
      to: { path: '(\\.(test|contract)\\.ts$|^tests/)' }
    }
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] }
  }
}
