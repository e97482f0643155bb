import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { isScalar, type MapNode, valueOf } from '../yaml-node.ts'

const SYSMON: ReadonlyMap<number, string> = new Map([
  [1, 'process_creation'],
  [2, 'file_change'],
  [3, 'network_connection'],
  [4, 'sysmon_status'],
  [5, 'process_termination'],
  [6, 'driver_load'],
  [7, 'image_load'],
  [8, 'create_remote_thread'],
  [9, 'raw_access_thread'],
  [10, 'process_access'],
  [11, 'file_event'],
  [12, 'registry_event'],
  [13, 'registry_event'],
  [14, 'registry_event'],
  [15, 'create_stream_hash'],
  [16, 'sysmon_status'],
  [17, 'pipe_created'],
  [18, 'pipe_created'],
  [19, 'wmi_event'],
  [20, 'wmi_event'],
  [21, 'wmi_event'],
  [22, 'dns_query'],
  [23, 'file_delete'],
  [24, 'clipboard_change'],
  [25, 'process_tampering'],
  [26, 'file_delete_detected'],
  [27, 'file_block_executable'],
  [28, 'file_block_shredding'],
  [29, 'file_executable_detected'],
  [255, 'sysmon_error']
])
const SECURITY: ReadonlyMap<number, string> = new Map([[4688, 'process_creation']])

/** Categories that say the same as an event id of the log source. */
const categoriesOf = (logsource: MapNode): ReadonlyMap<number, string> | undefined => {
  const product = valueOf(logsource, 'product')
  const service = valueOf(logsource, 'service')
  if (!isScalar(product, 'string') || product.text !== 'windows' || !isScalar(service, 'string')) return undefined
  return service.text === 'sysmon' ? SYSMON : service.text === 'security' ? SECURITY : undefined
}

/** A category stands where an event id says the same. pySigma's `specific_instead_of_generic_logsource`. */
export const specificLogSource: Check = {
  name: 'specific-log-source',
  severity: 'high',
  appliesTo: ['rule'],
  *find(document) {
    const logsource = valueOf(document.root, 'logsource')
    const categories = logsource?.kind === 'map' ? categoriesOf(logsource) : undefined
    if (categories === undefined) return
    for (const { field, path, modified } of document.items) {
      if (field !== 'EventID') continue
      for (const { node, value } of modified) {
        const category = value.type === 'number' ? categories.get(value.number) : undefined
        if (category !== undefined)
          yield complain(
            node,
            path,
            `event ${node.text} is the category ${category}; name that in the log source instead`
          )
      }
    }
  }
}
