import { filterFlags, filterTexts, groupFlag, type PlanCommands } from '../../plan/plan-commands.ts'
import { shellWord } from './shell-word.ts'

/**
 * Commands for who holds a key of a server, in the variable `KEY`. `address` is that under which clients reach the server;
 * where it is not known it is taken from the variable `URL`.
 */
export const serverCommands = (address: string | undefined): PlanCommands => {
  const server = address === undefined ? '"$URL"' : shellWord(address)
  return {
    rules: (size, filters, name) =>
      ['sigmill sync --from', server, '--key-env KEY --out', name, ...groupFlag(size), ...filterFlags(filters)].join(
        ' '
      ),
    bundle(target, filters) {
      const query = filterTexts(filters).map(([name, text]) => `${name}=${text}`)
      const path = [`/api/v1/bundles/${target}`, ...(query.length === 0 ? [] : [query.join('&')])].join('?')
      return `curl -fsS -H "Authorization: Bearer $KEY" ${server}${shellWord(path)} -o ${target}-bundle.zip`
    }
  }
}
