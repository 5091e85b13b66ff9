import { documentStyle } from './letter-source.ts';

/** The certificate of completion in Typst: layout only; every word comes from `sys.inputs`. */
export const certificateSource = `${documentStyle}${String.raw`
#set page(
  margin: (x: 26mm, top: 24mm, bottom: 26mm),
  footer: context {
    set text(size: 8pt, fill: quiet)
    let page = data.page
      .replace("{pages}", str(counter(page).final().first()))
      .replace("{page}", str(counter(page).get().first()))
    line(length: 100%, stroke: hairline)
    v(-0.3em)
    grid(columns: (1fr, 1fr), one-line(data.title), align(right, page))
  },
)
#show heading: it => block(above: 1.6em, below: 0.7em, sticky: true, text(size: 10.5pt, weight: "bold", fill: accent, it.body))
#show title: it => text(size: 22pt, weight: "bold", fill: ink, it.body)
#set par(leading: 0.6em, spacing: 0.9em)

#grid(
  columns: (1fr, auto), column-gutter: 8mm, align: (left + bottom, right + bottom),
  text(size: 11pt, weight: "bold", fill: accent, data.network),
  small(data.reference),
)
#v(-0.35em)
#line(length: 100%, stroke: 1.2pt + accent)
#v(6mm)
#title(data.title)
#v(1mm)
#par(text(size: 9.5pt, data.about))
#if data.warning != none {
  block(width: 100%, inset: 3mm, radius: 1.5mm, stroke: 1pt + rgb("#8A1C1C"), text(size: 9.5pt, weight: "bold", fill: rgb("#8A1C1C"), data.warning))
}

#for part in data.parts {
  heading(part.heading)
  for row in part.rows {
    block(breakable: false, above: 0.55em, below: 0.55em, grid(
      columns: (40mm, 1fr), column-gutter: 4mm, align: top,
      small(row.label),
      text(size: if "fingerprint" in row { 7.2pt } else { 9pt }, number-width: "tabular", row.value),
    ))
  }
}

#heading(data.limitsHeading)
#list(indent: 0pt, ..data.limits.map(one => text(size: 9pt, one)))
#check-box(data.check)
`}`;
