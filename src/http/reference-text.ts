import { referencePage } from '../reference/reference-page.ts'

/** The reference page of a document, made when it is first asked for. */
export const createReferenceText = (openApi: () => string): (() => string) => {
  let text: string | undefined
  return () => {
    text ??= referencePage(JSON.parse(openApi()))
    return text
  }
}
