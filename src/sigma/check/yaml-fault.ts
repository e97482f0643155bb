/** Why a text is no YAML that Sigma's tools read, and where. Thrown while a document is read, and caught there. */
export class YamlFault extends Error {
  readonly at: number

  constructor(at: number, reason: string) {
    super(reason)
    this.at = at
  }
}
