import type { Mutation } from './mutation.ts'

/** Faults in what a rule looks for. */
export const DETECTION: readonly Mutation[] = [
  {
    name: 'no default port of https',
    file: 'src/detect/url-forms.ts',
    find: '  `https://${host}:443${path}`,\n',
    replace: '',
    caughtBy: 'execution'
  },
  {
    name: 'no CONNECT with a path',
    file: 'src/detect/url-forms.ts',
    find: '  `${host}:443${path}`,\n',
    replace: '',
    caughtBy: 'execution'
  },
  {
    name: 'no URL without its scheme',
    file: 'src/detect/url-forms.ts',
    find: '`https://${begin}`, begin]',
    replace: '`https://${begin}`]',
    caughtBy: 'execution'
  },
  {
    name: 'another name for the tunnel',
    file: 'src/detect/url-forms.ts',
    find: '`tunnel://${authority}',
    replace: '`tcp://${authority}',
    caughtBy: 'execution'
  },
  {
    name: 'no bare CONNECT',
    file: 'src/detect/url-forms.ts',
    find: '[authority, `${authority}:443`, ...schemes]',
    replace: '[authority, ...schemes]',
    caughtBy: 'execution'
  },
  {
    name: 'an IPv6 host counts as a port',
    file: 'src/detect/url-forms.ts',
    find: "authority.lastIndexOf(':') > authority.lastIndexOf(']')",
    replace: "authority.includes(':')",
    caughtBy: 'execution'
  },
  {
    name: 'a backslash stays in a URL',
    file: 'src/detect/url-forms.ts',
    find: '/[?*\\\\]/',
    replace: '/[?*]/',
    caughtBy: 'execution'
  },
  {
    name: 'a star stays in a URL',
    file: 'src/detect/url-forms.ts',
    find: '/[?*\\\\]/',
    replace: '/[?\\\\]/',
    caughtBy: 'execution'
  },
  {
    name: 'a question mark stays in a URL',
    file: 'src/detect/url-forms.ts',
    find: '/[?*\\\\]/',
    replace: '/[*\\\\]/',
    caughtBy: 'execution'
  },
  {
    name: 'URLs that would match their whole host give rules',
    file: 'src/detect/url-forms.ts',
    find: '  return parts.every(',
    replace: '  return false && parts.every(',
    caughtBy: 'execution'
  },
  {
    name: 'only two parts of a URL count',
    file: 'src/detect/url-forms.ts',
    find: 'parts.filter((part) => {',
    replace: 'parts.slice(0, 2).filter((part) => {',
    caughtBy: 'execution'
  },
  {
    name: 'any part of a URL will do',
    file: 'src/detect/recipes/url.ts',
    find: "['contains', 'all']",
    replace: "['contains']",
    caughtBy: 'execution'
  },
  {
    name: 'a bare host is not looked for alone',
    file: 'src/detect/recipes/url.ts',
    find: '[[begins], [{ field: FIELD, modifiers: [], values: bare }]]',
    replace: '[[begins]]',
    caughtBy: 'execution'
  },
  {
    name: 'a redirect that carries a URL is taken for the URL',
    file: 'src/detect/recipes/url.ts',
    find: "modifiers: ['startswith']",
    replace: "modifiers: parts.length + bare.length === 0 ? ['contains'] : ['startswith']",
    caughtBy: 'execution'
  },
  {
    name: 'the beginning of a URL has the key of its parts',
    file: 'src/detect/recipes/url.ts',
    find: "modifiers: ['startswith']",
    replace: "modifiers: ['contains']",
    caughtBy: 'reading'
  },
  {
    name: 'only the short spelling of IPv6',
    file: 'src/detect/address-forms.ts',
    find: "const gap = address.indexOf('::')",
    replace: 'const gap = -1',
    caughtBy: 'execution'
  },
  {
    name: 'one group of zeros too few',
    file: 'src/detect/address-forms.ts',
    find: '8 - head.length',
    replace: '7 - head.length',
    caughtBy: 'execution'
  },
  {
    name: 'an address begins like another',
    file: 'src/detect/recipes/destination-ip.ts',
    find: 'modifiers: []',
    replace: "modifiers: ['startswith']",
    caughtBy: 'execution'
  },
  {
    name: 'attackers are looked for as destinations',
    file: 'src/detect/recipes/attacking-ip.ts',
    find: "field: 'src_ip'",
    replace: "field: 'dst_ip'",
    caughtBy: 'execution'
  },
  {
    name: 'attackers are looked for like other addresses',
    file: 'src/detect/recipes.ts',
    find: "isAddress && context.role === 'source' ? attackingIp : RECIPES[kind]",
    replace: 'RECIPES[kind]',
    caughtBy: 'execution'
  },
  {
    name: 'MD5 is written as SHA1',
    file: 'src/detect/recipes.ts',
    find: "md5: fileHash('MD5')",
    replace: "md5: fileHash('SHA1')",
    caughtBy: 'execution'
  },
  {
    name: 'SHA1 is written as SHA256',
    file: 'src/detect/recipes.ts',
    find: "sha1: fileHash('SHA1')",
    replace: "sha1: fileHash('SHA256')",
    caughtBy: 'execution'
  },
  {
    name: 'SHA256 is written as MD5',
    file: 'src/detect/recipes.ts',
    find: "sha256: fileHash('SHA256')",
    replace: "sha256: fileHash('MD5')",
    caughtBy: 'execution'
  },
  {
    name: 'no name that ends in a dot',
    file: 'src/detect/recipes/domain.ts',
    find: '[name, `${name}.`]',
    replace: '[name]',
    caughtBy: 'execution'
  },
  {
    name: 'notevil.example is taken for evil.example',
    file: 'src/detect/recipes/domain.ts',
    find: '[`.${name}`, `.${name}.`]',
    replace: '[name, `${name}.`]',
    caughtBy: 'execution'
  },
  {
    name: 'a name is found anywhere',
    file: 'src/detect/recipes/domain.ts',
    find: "modifiers: ['endswith']",
    replace: "modifiers: ['contains']",
    caughtBy: 'execution'
  },
  {
    name: 'a sender is found anywhere',
    file: 'src/detect/recipes/email.ts',
    find: "modifiers: ['endswith']",
    replace: "modifiers: ['contains']",
    caughtBy: 'execution'
  },
  {
    name: 'an address ends like another',
    file: 'src/detect/recipes/email.ts',
    find: '[`<${address}>`]',
    replace: '[address]',
    caughtBy: 'execution'
  },
  {
    name: 'a hash has no algorithm',
    file: 'src/detect/recipes/file-hash.ts',
    find: '`${algorithm}=${hash.toUpperCase()}`',
    replace: 'hash.toUpperCase()',
    caughtBy: 'execution'
  },
  {
    name: 'the hash must come first',
    file: 'src/detect/recipes/file-hash.ts',
    find: "modifiers: ['contains']",
    replace: "modifiers: ['startswith']",
    caughtBy: 'execution'
  },
  {
    name: 'an underscore behind an id is no end',
    file: 'src/detect/recipes/cve.ts',
    find: "'_', ",
    replace: '',
    caughtBy: 'execution'
  },
  {
    name: 'a longer id is taken for a shorter one',
    file: 'src/detect/recipes/cve.ts',
    find: 'spelling + separator',
    replace: 'spelling',
    caughtBy: 'execution'
  },
  {
    name: 'one dash of a CVE stays',
    file: 'src/detect/recipes/cve.ts',
    find: "id.replaceAll('-', '_')",
    replace: "id.replace('-', '_')",
    caughtBy: 'execution'
  },
  {
    name: 'a technique must come last',
    file: 'src/detect/recipes/mitre-attack.ts',
    find: "modifiers: ['contains']",
    replace: "modifiers: ['endswith']",
    caughtBy: 'execution'
  },
  {
    name: 'several maps are written as one',
    file: 'src/sigma/write-selection.ts',
    find: 'selection.length === 1 ? ALONE : LISTED',
    replace: 'ALONE',
    caughtBy: 'execution'
  },
  {
    name: 'paths are not percent-encoded',
    file: 'src/indicator/kinds/url.ts',
    find: 'authority + percentEncode(',
    replace: 'authority + (',
    caughtBy: 'execution'
  }
]
