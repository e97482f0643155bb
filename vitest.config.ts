import { defineConfig } from 'vitest/config'

/** Rooms whose tests beside the code reach every branch. */
const COVERED = '{problem,indicator,sigma,detect,stix,bundle,plan,guard,feeds,api,reference}'

export default defineConfig({
  test: {
    globalSetup: ['tests/cli/build-program.ts'],
    testTimeout: 180_000,
    // The gate has two cores, of which the default leaves one idle while the tests wait for programs and sockets.
    maxWorkers: '100%',
    // Most files take longer to load their modules than to test them; no test changes a module, and each leaves what it
    // changes of the process as it was.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'covered', include: [`src/${COVERED}/**/*.test.ts`] } },
      {
        extends: true,
        test: {
          name: 'other',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [`src/${COVERED}/**`]
        }
      }
    ],
    coverage: {
      provider: 'v8',
      include: [`src/${COVERED}/**/*.ts`],
      reporter: ['text-summary'],
      thresholds: { branches: 100 }
    }
  }
})
