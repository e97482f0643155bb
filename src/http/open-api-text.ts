import type { AppParts } from './app-parts.ts'

/** The description of the API as it is served, made when it is first asked for. */
export const createOpenApiText = ({
  version,
  settings
}: Pick<AppParts, 'version' | 'settings'>): (() => Promise<string>) => {
  let text: string | undefined
  return async () => {
    if (text !== undefined) return text
    const { DESCRIPTIONS } = await import('../api/descriptions.ts')
    const { openApiDocument } = await import('../api/open-api-document.ts')
    text = `${JSON.stringify(openApiDocument(DESCRIPTIONS, { version, publicUrl: settings.publicUrl }))}\n`
    return text
  }
}
