/** The style of the page. It asks for nothing from anywhere: fonts are those of the reader. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fbfbf9; --card: #ffffff; --ink: #1d2126; --soft: #5a6370; --line: #dfe2e6; --code: #f2f3f0;
  --accent: #0b5f73; --get: #0b5f73; --post: #1f6b35; --patch: #8a5300; --delete: #a3262a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1a1e22; --ink: #e4e6e8; --soft: #a0a8b2; --line: #2e343a; --code: #20252a;
    --accent: #6fc3d6; --get: #6fc3d6; --post: #7fcf94; --patch: #e6b566; --delete: #f0908f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875em; }
code { overflow-wrap: anywhere; }
p code, dd code, .words code, td code { background: var(--code); padding: .1em .3em; border-radius: 3px; }
pre {
  margin: .75rem 0; padding: .8rem 1rem; overflow: auto; max-height: 26rem;
  background: var(--code); border: 1px solid var(--line); border-radius: 6px; line-height: 1.5; tab-size: 2;
}
pre code { overflow-wrap: normal; font-size: .8125rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.9rem; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; margin-top: 3.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; }
h4 { font-size: .8125rem; color: var(--soft); margin-top: 1.4rem; text-transform: uppercase; letter-spacing: .06em; }
p { margin: .6rem 0; max-width: 46rem; }
.frame { display: grid; grid-template-columns: 19rem minmax(0, 1fr); max-width: 84rem; margin: 0 auto; }
.contents {
  position: sticky; top: 0; align-self: start; height: 100vh; overflow: auto;
  padding: 2rem 1rem 2rem 1.5rem; border-right: 1px solid var(--line); font-size: .875rem;
}
.contents ul { list-style: none; margin: 0; padding: 0; }
.contents > ul > li { margin-bottom: 1rem; }
.contents > ul > li > a { font-weight: 600; }
.contents ul ul a { display: block; padding: .15rem 0; color: var(--soft); line-height: 1.35; }
.contents a { color: var(--ink); text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
main { padding: 2.5rem 2.5rem 5rem; min-width: 0; }
.soft { color: var(--soft); }
.operation {
  margin: 1.5rem 0; padding: 1.25rem 1.4rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
}
.operation h3 { display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: baseline; }
.operation h3 a { color: inherit; text-decoration: none; }
.operation h3 a:hover { text-decoration: underline; }
.endpoint { font-size: .9375rem; margin: .35rem 0 .5rem; }
.method { font-weight: 700; letter-spacing: .02em; }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); } .delete { color: var(--delete); }
.terms { margin: .5rem 0; }
.terms dt { margin-top: .55rem; } .terms dt > code { font-weight: 600; }
.terms dd { margin: .1rem 0 0 1rem; } .terms dd p { margin: .15rem 0; font-size: .9375rem; }
.words, .label { color: var(--soft); font-size: .875rem; }
.label { border: 1px solid var(--line); border-radius: 999px; padding: 0 .5em; font-size: .75rem; white-space: nowrap; }
.status { font-weight: 700; font-variant-numeric: tabular-nums; }
.refusals { list-style: none; margin: .4rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem 1.4rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--accent); font-size: .9375rem; width: fit-content; }
details > dl { border-left: 2px solid var(--line); padding-left: 1rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
@media (max-width: 56rem) {
  .frame { display: block; }
  .contents { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); padding: 1.25rem; }
  .contents ul ul { display: none; }
  .contents > ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; }
  .contents > ul > li { margin: 0; }
  main { padding: 1.25rem 1.25rem 3rem; }
  .operation { padding: 1rem; margin-left: -.5rem; margin-right: -.5rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --code: #fff; --accent: #000; }
  body { font-size: 10pt; }
  .frame { display: block; }
  .contents { position: static; height: auto; border: 0; break-after: page; }
  .operation { border: 0; padding: 0; break-inside: auto; }
  h2, h3, h4 { break-after: avoid; }
  pre { max-height: none; white-space: pre-wrap; break-inside: avoid; }
  details::details-content { content-visibility: visible; height: auto; }
}
`
