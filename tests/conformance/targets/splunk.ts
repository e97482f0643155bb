import type { Recipe } from '../corpus/recipe-of.ts'
import { current, inBoth, legacy, remark, remarks, shipped, type Target } from './target.ts'

const STOCK_FIELDS = remarks(
  remark('never', 'the add-ons for Splunk extract no field of the Sigma name; use the shipped pipeline', 'url', 'cve'),
  remark('superset', 'nothing narrows the search to firewalls', 'attacking-ip')
)

const SYSMON = ['ipv4', 'ipv6', 'domain', 'md5', 'sha1', 'sha256', 'mitre-attack'] as const

const rendered = (...recipes: readonly Recipe[]) =>
  remark('misses', 'events of Sysmon that are rendered as XML have another source', ...recipes)

const SEVERAL_HASHES = remark(
  'misses',
  'add-ons that put several bare hashes into one process_hash are missed',
  'md5',
  'sha1',
  'sha256'
)

/** SPL2 binds AND before OR, unlike the search command: https://help.splunk.com/splunk-cloud-platform, "Order of precedence". */
const loose = (...recipes: readonly Recipe[]) =>
  remark('superset', 'the backend leaves out brackets that SPL2 needs, so terms behind OR stand alone', ...recipes)

const CASE = remark('misses', 'SPL2 compares letter case', 'domain', 'url', 'email')

/** Splunk, by search and by its second search language. */
export const SPLUNK: readonly Target[] = [
  ...inBoth({
    name: 'splunk-cim',
    title: 'Splunk, CIM',
    backend: 'splunk',
    pipelines: [shipped('splunk-cim')],
    remarks: SEVERAL_HASHES
  }),
  ...inBoth({
    name: 'splunk-windows',
    title: 'Splunk, Windows add-ons',
    backend: 'splunk',
    pipelines: ['splunk_windows'],
    remarks: remarks(STOCK_FIELDS, rendered('mitre-attack'))
  }),
  current({
    name: 'splunk-sysmon',
    title: 'Splunk, Windows add-ons, Sysmon only',
    backend: 'splunk',
    pipelines: ['sysmon', 'splunk_windows'],
    remarks: remarks(STOCK_FIELDS, rendered(...SYSMON))
  }),
  legacy({
    name: 'splunk-sysmon',
    title: 'Splunk, Windows add-ons, Sysmon only',
    backend: 'splunk',
    pipelines: ['sysmon', 'splunk_windows'],
    remarks: remarks(STOCK_FIELDS, rendered('mitre-attack'))
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
    title: 'Splunk SPL2, dataset main, CIM',
    backend: 'splunk_spl2',
    pipelines: [shipped('splunk-cim')],
    remarks: remarks(
      loose('ipv4', 'ipv6', 'attacking-ip', 'domain', 'url', 'md5', 'sha1', 'sha256', 'email', 'cve'),
      CASE,
      SEVERAL_HASHES
    )
  }),
  current({
    name: 'splunk-spl2-windows',
    title: 'Splunk SPL2, dataset main, Windows add-ons',
    backend: 'splunk_spl2',
    pipelines: ['splunk_windows'],
    remarks: remarks(
      STOCK_FIELDS,
      rendered('mitre-attack'),
      remark('misses', 'SPL2 compares letter case', 'domain', 'email')
    )
  })
]
