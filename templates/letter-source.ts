/** What every document of the network shares in Typst: its letters, its colours, and the corner that says where it is checked. */
export const documentStyle = String.raw`
#let data = json(bytes(sys.inputs.letter))
#let tongue = sys.inputs.language.split("-")

#let ink = rgb("#17202A")
#let quiet = rgb("#4C5B68")
#let accent = rgb("#0A6B5E")
#let hairline = 0.6pt + rgb("#B9C3CB")

// Of a long text only the first line; its edges are set so that nothing below the baseline is cut.
#let one-line(body) = block(height: 1.4em, clip: true, text(top-edge: "ascender", bottom-edge: "descender", body))

#set document(title: sys.inputs.title, author: sys.inputs.author, date: auto)
#set text(
  font: "Noto Sans", fallback: false, size: 11pt, fill: ink,
  lang: tongue.first(), number-type: "lining",
)
#set par(leading: 0.78em, spacing: 1.2em)
#set page(paper: "a4")

// A word too long for its line may break anywhere: the empty boxes leave no trace in the text that is read or copied.
#show regex("\S{25,}"): word => word.text.clusters().chunks(6).map(part => part.join()).join(box(width: 0pt))

#let small(body) = text(size: 8.5pt, fill: quiet, body)

#let check-box(of) = if of != none {
  block(width: 100%, breakable: false, above: 2em, grid(
    columns: (22mm, 1fr), column-gutter: 5mm, align: (left + top, left + horizon),
    image(bytes(of.picture), format: "svg", width: 22mm, alt: of.alt),
    {
      par(text(size: 9.5pt, weight: "bold", fill: accent, of.heading))
      par(small(of.hint))
      if data.sealed != none { par(small(data.sealed)) }
    },
  ))
}
`;

/**
 * What the Letter of Intent and the cover of a scan share, in Typst: layout only. Every word that they print comes from
 * `sys.inputs` as JSON and is printed as text, so nothing that people write is ever read as markup.
 */
const prelude = `${documentStyle}${String.raw`
#set page(
  margin: (x: 30mm, top: 26mm, bottom: 30mm),
  header-ascent: 9mm,
  footer-descent: 12mm,
  // Each page says what it belongs to, so that a page of signatures cannot be put under another letter.
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: quiet)
    grid(
      columns: (1fr, 1fr), column-gutter: 8mm, align: (left + bottom, right + bottom),
      one-line(data.title + " · " + data.network), one-line(data.authority.name),
    )
    v(-0.7em)
    line(length: 100%, stroke: hairline)
  },
  footer: context {
    set text(size: 8pt, fill: quiet)
    let page = data.page
      .replace("{pages}", str(counter(page).final().first()))
      .replace("{page}", str(counter(page).get().first()))
    line(length: 100%, stroke: hairline)
    v(-0.3em)
    grid(columns: (1fr, 1fr, 1fr), column-gutter: 5mm, data.version, align(center, data.reference), align(right, page))
  },
)

#show heading: it => block(above: 2.1em, below: 0.9em, sticky: true, text(size: 11pt, weight: "bold", fill: accent, it.body))
#show title: it => text(size: 30pt, weight: "bold", fill: ink, it.body)

#let paragraphs(texts) = for one in texts { par(one) }

#let party(of) = {
  text(size: 13pt, weight: "bold", of.name)
  for line in of.lines { linebreak(); text(fill: quiet, line) }
}

#let field(of) = {
  if of.value == none {
    grid(
      columns: (17mm, 1fr), align: bottom,
      small(of.label),
      block(width: 100%, height: of.height * 1mm, stroke: (bottom: 0.6pt + quiet)),
    )
  } else {
    grid(columns: (17mm, 1fr), align: top, small(of.label), text(size: 9.5pt, weight: if of.strong { "bold" } else { "regular" }, of.value))
  }
}

#let signature-block(of) = block(breakable: false, width: 100%, below: 2em, {
  set par(leading: 0.6em, justify: false)
  par(text(weight: "bold", size: 9.5pt, of.party))
  if of.note != none { par(text(size: 8.5pt, fill: accent, style: "italic", of.note)) }
  stack(spacing: if of.fields.first().value == none { 1.5mm } else { 2.4mm }, ..of.fields.map(field))
})

#let evidence() = if data.evidence.len() > 0 [
  = #data.evidenceHeading
  #set text(size: 9.5pt)
  #for one in data.evidence {
    block(breakable: false, {
      par(one.sentence)
      par({ small(one.fingerprintLabel); linebreak(); text(size: 8.5pt, number-width: "tabular", one.fingerprint) })
    })
  }
  #if data.countersigned != none { par(data.countersigned) }
]

// Each page of the scan as large as its page allows.
#let scan-pages() = for (index, alt) in data.pictures.enumerate() {
  pagebreak()
  align(center + horizon, image("/picture-" + str(index + 1), width: 100%, height: 100%, fit: "contain", alt: alt))
}

#let head(heading, gap: 12mm) = {
  grid(
    columns: (1fr, auto), column-gutter: 8mm, align: (left + bottom, right + bottom),
    text(size: 11pt, weight: "bold", fill: accent, data.network),
    small(data.reference),
  )
  v(-0.35em)
  line(length: 100%, stroke: 1.2pt + accent)
  v(gap)
  title(heading)
  v(-0.2em)
  text(size: 10.5pt, fill: quiet, data.version + " · " + data.date)
  v(gap * 2 / 3)
}

#let parties() = {
  par(small(data.between))
  par(party(data.authority))
  v(0.3em)
  par(small(data.and))
  v(0.3em)
  par(party(data.party))
  v(7mm)
}
`}`;

/** The letter with its signatures. */
export const letterSource = `${prelude}${String.raw`
#head(data.title)
#parties()

#paragraphs(data.opening)

= #data.commitmentsHeading
#enum(
  indent: 0pt, body-indent: 4mm, spacing: 1.15em,
  numbering: n => text(weight: "bold", fill: accent, str(n)),
  ..data.commitments.map(paragraphs),
)

#v(0.6em)
#paragraphs(data.closing)

// Who signs stands on the page of the signatures.
= #data.mandateHeading
#block(sticky: true, paragraphs(data.mandate))

= #data.signaturesHeading
#v(0.3em)
#grid(
  columns: (1fr, 1fr), column-gutter: 11mm,
  for one in data.authoritySigns { signature-block(one) },
  signature-block(data.networkSigns),
)

#evidence()
#check-box(data.check)
#scan-pages()
`}`;

/** The cover of a letter that was signed by hand, and the pictures of its pages. */
export const coverSource = `${prelude}${String.raw`
#head(data.title, gap: 5mm)
#text(size: 13pt, weight: "bold", fill: accent, data.cover)
#grid(columns: (1fr, 1fr), column-gutter: 8mm, party(data.authority), party(data.party))
#v(4mm)
#par(data.opening)

= #data.mandateHeading
#paragraphs(data.mandate)

#evidence()
#check-box(data.check)

#scan-pages()
`}`;
