/** Named references that indicators and the text around them are written with. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['bsol', '\\'],
  ['colon', ':'],
  ['comma', ','],
  ['commat', '@'],
  ['gt', '>'],
  ['hyphen', '-'],
  ['lbrack', '['],
  ['lowbar', '_'],
  ['lpar', '('],
  ['lsqb', '['],
  ['lt', '<'],
  ['nbsp', ' '],
  ['num', '#'],
  ['period', '.'],
  ['quot', '"'],
  ['rbrack', ']'],
  ['rpar', ')'],
  ['rsqb', ']'],
  ['shy', ''],
  ['sol', '/'],
  ['zwnj', '']
])

const REFERENCE = /&(?:#([0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g
const LAST_CODE_POINT = 0x10ffff

/** A text with its character references replaced: https://html.spec.whatwg.org/#character-references */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(REFERENCE, (whole, digits?: string, name?: string) => {
        if (name !== undefined) return NAMED.get(name) ?? whole
        const code = Number(`0${digits}`)
        return code > LAST_CODE_POINT ? whole : String.fromCodePoint(code)
      })
    : text
