import { whenWanted } from '../../app/when-wanted.ts'
import type { AppParts } from '../app-parts.ts'

/** The description of the API as it is served, made when it is first asked for. */
export const createOpenApiText = ({
  version,
  settings
}: Pick<AppParts, 'version' | 'settings'>): (() => Promise<string>) =>
  whenWanted(async () => {
    const { DESCRIPTIONS } = await import('../../api/descriptions.ts')
    const { openApiDocument } = await import('../../api/open-api-document.ts')
    return `${JSON.stringify(openApiDocument(DESCRIPTIONS, { version, publicUrl: settings.publicUrl }))}\n`
  })
