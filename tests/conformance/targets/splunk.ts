import { current, inBoth, remark, shipped, type Target } from './target.ts'

const STOCK_FIELDS = remark(
  'never',
  'the add-ons for Splunk extract no field of the Sigma name; the shipped pipeline or a field alias is needed',
  'attacking-ip',
  'url',
  'cve'
)

/** Splunk, by search and by its second search language. */
export const SPLUNK: readonly Target[] = [
  ...inBoth({
    name: 'splunk-cim',
    title: 'Splunk, CIM',
    backend: 'splunk',
    pipelines: [shipped('splunk-cim')],
    remarks: {}
  }),
  ...inBoth({
    name: 'splunk-windows',
    title: 'Splunk, Windows add-ons',
    backend: 'splunk',
    pipelines: ['splunk_windows'],
    remarks: STOCK_FIELDS
  }),
  ...inBoth({
    name: 'splunk-sysmon',
    title: 'Splunk, Windows add-ons, Sysmon only',
    backend: 'splunk',
    pipelines: ['sysmon', 'splunk_windows'],
    remarks: STOCK_FIELDS
  }),
  current({
    name: 'splunk-stock-cim',
    title: 'Splunk, data models',
    backend: 'splunk',
    pipelines: ['splunk_cim'],
    remarks: {}
  }),
  current({
    name: 'splunk-spl2-cim',
    title: 'Splunk SPL2, CIM',
    backend: 'splunk_spl2',
    pipelines: [shipped('splunk-cim')],
    remarks: {}
  }),
  current({
    name: 'splunk-spl2-windows',
    title: 'Splunk SPL2, Windows add-ons',
    backend: 'splunk_spl2',
    pipelines: ['splunk_windows'],
    remarks: STOCK_FIELDS
  })
]
