/** JSON knows no NaN and writes `null`, which nothing here means otherwise. */
export const figuresIn = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown) => (value === null ? Number.NaN : value))
