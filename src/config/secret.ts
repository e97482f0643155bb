/** A text that no log line, message or dump shows by accident: it comes out only where somebody asks for it. */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }
}
