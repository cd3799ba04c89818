/**
 * Opens a document in a window of its own, and the printer's dialogue on it. Its style is taken
 * out and set by hand: the page's policy takes none that is written into a document, nor does a window that it opens.
 */
export const showPaper = (html: string): void => {
  const styles = [...html.matchAll(styled)].map(([, style]) => style)
  const written = new DOMParser().parseFromString(html.replace(styled, ""), "text/html")
  const paper = window.open("", "_blank")
  if (paper === null) return
  const sheet = new (paper as Window & typeof globalThis).CSSStyleSheet()
  sheet.replaceSync(styles.join("\n"))
  const { document } = paper
  document.title = written.title
  document.documentElement.lang = written.documentElement.lang
  document.adoptedStyleSheets = [sheet]
  document.body.replaceChildren(...[...written.body.childNodes].map((node) => document.importNode(node, true)))
  paper.print()
}

const styled = /<style>([^<]*)<\/style>/g
