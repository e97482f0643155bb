const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Attributes = Readonly<Record<string, string | number>>

const element = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(1)) : escaped(value)}"`
  )
  return `<${name}${written.join('')}>${content}</${name}>`
}

/** A place in pixels, from the left upper corner. */
export type Point = readonly [x: number, y: number]

/** A text beside a place. */
export const label = (
  [x, y]: Point,
  text: string,
  kind: 'text' | 'title' | 'faint' = 'text',
  anchor: 'start' | 'middle' | 'end' = 'start'
): string => element('text', { x, y, class: kind, 'text-anchor': anchor }, escaped(text))

/** Who is drawn. */
export type Side = 'ours' | 'peer'

/** A bar of a chart. */
export const rectangle = ([x, y]: Point, width: number, height: number, side: Side): string =>
  element('rect', { x, y, width, height, class: side })

/** A dot of a line. */
export const dot = ([cx, cy]: Point, side: Side): string => element('circle', { cx, cy, r: 3, class: side })

/** A way from point to point. */
export const way = (points: readonly Point[], kind: 'spread' | 'axis' | 'goal' | `line ${Side}`): string =>
  element('polyline', { points: points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '), class: kind })

/** Readable on white and on black; the reader's browser decides which. */
const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 14px }
.faint { font-size: 11px; fill: #57606a }
polyline { fill: none; stroke: #24292f }
.ours { fill: #0969da; stroke: #0969da }
.peer { fill: #8c959f; stroke: #8c959f }
.line { fill: none; stroke-width: 2 }
.goal { stroke: #cf222e; stroke-dasharray: 4 3 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .faint { fill: #9198a1 }
  polyline { stroke: #e6edf3 }
  .ours { fill: #4493f8; stroke: #4493f8 }
  .peer { fill: #767e88; stroke: #767e88 }
  .line { fill: none }
  .goal { stroke: #ff7b72 }
}
`

/** A whole drawing with its title. */
export const drawing = (width: number, height: number, title: string, parts: readonly string[]): string => {
  const size = { viewBox: `0 0 ${width} ${Math.ceil(height)}`, width, height: Math.ceil(height) }
  const content = [
    element('title', {}, escaped(title)),
    element('style', {}, STYLE),
    label([8, 20], title, 'title'),
    ...parts
  ]
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img' }, `\n${content.join('\n')}\n`)}\n`
}
