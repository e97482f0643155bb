import { crc32 } from 'node:zlib'

/** Method 0: the files stand in it as they are. */
const headOf = (name: string, text: string): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt32LE(crc32(text), 10)
  head.writeUInt32LE(Buffer.byteLength(text), 14)
  head.writeUInt32LE(Buffer.byteLength(text), 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

/** A zip archive with these files. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3 */
export const zipOf = (files: Readonly<Record<string, string>>): Buffer => {
  const entries = Object.entries(files)
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of entries) {
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), headOf(name, text), Buffer.from(name + text)])
    bodies.push(body)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), headOf(name, text), place, Buffer.from(name))
    offset += body.length
  }
  const contents = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, contents, end])
}
