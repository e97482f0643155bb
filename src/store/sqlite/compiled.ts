/** What is compiled of each SQL, once. */
export const compiled = <Statement>(compile: (sql: string) => Statement): ((sql: string) => Statement) => {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = compile(sql)
    statements.set(sql, statement)
    return statement
  }
}
