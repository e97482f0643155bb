import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/cli/build-program.ts'],
    testTimeout: 60_000,
    // The gate has two cores, of which the default leaves one idle while the tests wait for programs and sockets.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: {
        'src/{problem,indicator,sigma,detect,stix,bundle,plan,guard,feeds,api,reference}/**/*.ts': { branches: 100 }
      }
    }
  }
})
