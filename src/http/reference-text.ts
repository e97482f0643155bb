/** The reference page of a document, made when it is first asked for. */
export const createReferenceText = (openApi: () => Promise<string>): (() => Promise<string>) => {
  let text: string | undefined
  return async () => {
    if (text !== undefined) return text
    const { referencePage } = await import('../reference/reference-page.ts')
    text = referencePage(JSON.parse(await openApi()))
    return text
  }
}
