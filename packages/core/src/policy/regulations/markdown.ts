import { regulationColumns } from "./cells.ts"
import type { CategoryRegulations, Regulations } from "./regulations.ts"
import { regulationWords } from "./words.ts"

/** Regulations as Markdown: a heading and a table for each reader category. Texts of the policy stand in it as plain text. */
export const regulationsAsMarkdown = ({ language, supposed, categories, furtherRules }: Regulations): string => {
  const words = regulationWords[language]
  const facts = Object.entries(supposed).map(
    ([name, value]) => `${words.criteria[name as keyof typeof words.criteria]} ${plain(value)}`
  )
  const supposing = facts.length === 0 ? [] : ["", words.supposed(facts.join(", "))]
  const further =
    furtherRules.length === 0
      ? []
      : [
          "",
          `${words.furtherRules}:`,
          "",
          ...furtherRules.map(
            ({ row, case: about, note }) =>
              `- ${plain(about === "" ? row : about)}${note === null ? "" : ` – ${plain(note)}`}`
          )
        ]
  return `${[`# ${words.regulations}`, ...supposing, ...categories.flatMap((one) => category(one, language)), ...further].join("\n")}\n`
}

const category = (
  { name, terms, rows }: CategoryRegulations,
  language: Regulations["language"]
): ReadonlyArray<string> => {
  const words = regulationWords[language]
  return [
    "",
    `## ${plain(name)}`,
    "",
    ...terms.map(({ label, cell }) => `- ${plain(label)}: ${plain(cell.text)}`),
    "",
    line([words.itemTypes, ...regulationColumns.map((column) => words.columns[column])]),
    line(["---", ...regulationColumns.map(() => "---")]),
    ...rows.map(({ itemTypes, cells }) =>
      line([
        itemTypes.map((one) => plain(one.name)).join(", "),
        ...regulationColumns.map((column) => plain(cells[column].text))
      ])
    )
  ]
}

const line = (texts: ReadonlyArray<string>): string => `| ${texts.join(" | ")} |`

/** No character of a name starts a cell, a line or markup of its own. */
const plain = (text: string): string =>
  text.replaceAll(/\s+/gu, " ").replaceAll(/[\\|<>[\]*_`#&]/g, (char) => `\\${char}`)
