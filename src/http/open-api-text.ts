import { DESCRIPTIONS } from '../api/descriptions.ts'
import { openApiDocument } from '../api/open-api-document.ts'
import type { AppParts } from './app-parts.ts'

/** The description of the API as it is served, made when it is first asked for. */
export const createOpenApiText = ({ version, settings }: Pick<AppParts, 'version' | 'settings'>): (() => string) => {
  let text: string | undefined
  return () => {
    text ??= `${JSON.stringify(openApiDocument(DESCRIPTIONS, { version, publicUrl: settings.publicUrl }))}\n`
    return text
  }
}
