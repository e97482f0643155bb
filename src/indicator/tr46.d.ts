/** The package ships no types; these are the parts that {@link file://./domain-to-ascii.ts} uses. */
declare module 'tr46' {
  export interface Options {
    readonly checkHyphens?: boolean
    readonly checkBidi?: boolean
    readonly checkJoiners?: boolean
    readonly useSTD3ASCIIRules?: boolean
    readonly verifyDNSLength?: boolean
    readonly transitionalProcessing?: boolean
    readonly ignoreInvalidPunycode?: boolean
  }
  /** `null` when the name is not valid. */
  export function toASCII(domain: string, options?: Options): string | null
  export function toUnicode(domain: string, options?: Options): { readonly domain: string; readonly error: boolean }
}
