/** The Content-Type of Prometheus' text format. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** An example of the metrics. */
export const METRICS_EXAMPLE = `# HELP sigmill_feed_failures Failed runs since the last good one.
# TYPE sigmill_feed_failures gauge
sigmill_feed_failures{feed="partner"} 0
`
