import { whenWanted } from '../../app/when-wanted.ts'

/** The reference page of a document, made when it is first asked for. */
export const createReferenceText = (openApi: () => Promise<string>): (() => Promise<string>) =>
  whenWanted(async () => {
    const { referencePage } = await import('../../reference/reference-page.ts')
    return referencePage(JSON.parse(await openApi()))
  })
