import type { Detection } from '../detection.ts'

/** Messages from an address, also where it stands in angle brackets behind a name. */
export const sender: Detection = {
  title: 'Message from a malicious sender',
  description: 'A message came from a listed sender.',
  table: 'sender',
  classes: ['sender'],
  dataset: 'Email.All_Email',
  by: ['src_user', 'recipient'],
  asset: 'recipient',
  key: `| eval seen=lower(replace(src_user, "^.*<([^<>]+)>(?!.)", "\\1"))`
}
