import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { FeedFormat } from '../../feed-format.ts'
import { readXml } from '../../xml/read-xml.ts'
import { IocReader, NAMESPACES } from './ioc-reader.ts'

/** OpenIOC 1.0 and 1.1. https://github.com/mandiant/OpenIOC_1.1 */
export const openioc: FeedFormat = {
  name: 'openioc',
  title: 'OpenIOC',
  feed: undefined,
  mode: 'list',
  recognise: ({ text }) => /^\s*</.test(text) && NAMESPACES.some((namespace) => text.includes(namespace)),
  read: (text, options) => readXml<FeedItem>(text, (emit) => new IocReader(emit), options)
}
