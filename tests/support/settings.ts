import { loadSettings } from '../../src/config/load-settings.ts'
import type { Settings } from '../../src/config/settings.ts'

/** The settings of an installation where nobody has set anything, but that documentation values become rules. */
export const defaultSettings = async (flags: Readonly<Record<string, string>> = {}): Promise<Settings> => {
  const { settings } = await loadSettings({
    flags: { 'guard.documentation': 'inform', ...flags },
    environment: {},
    readFile: () => Promise.resolve(undefined)
  })
  return settings
}
