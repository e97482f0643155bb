/** In whose name rules are written. */
export interface Publisher {
  /** At most 24 characters; stands in every title. */
  readonly name: string
  /** First entry of every rule's references. */
  readonly url: string
  /** Stands in file names: lower-case letters, digits and underscores. */
  readonly slug: string
}

/** Settings that shape every rule. */
export interface RuleStyle {
  readonly publisher: Publisher
  /** Whether rules carry the deprecated `fields` list. */
  readonly fields: boolean
}
