import { readFile, writeFile } from "node:fs/promises"
import { compilePolicy, formatProblem, type SettingName, settingsOfLimit } from "@openshelf/core"
import { settings } from "@openshelf/core/documents"
import { explainSetting } from "@openshelf/core/explain"
import { checkPolicy, type RegulationLanguage, regulations, regulationsAsMarkdown } from "@openshelf/core/policy-review"
import { readDraft } from "@openshelf/core/redating"
import { type ImportedPolicy, type PresetName, presetNames, presets } from "@openshelf/policy-presets"
import { Command, Option } from "commander"
import { Result } from "effect"
import { explanationText } from "../policy/explanationText.ts"
import { findingText } from "../policy/findingText.ts"
import { importFolioFiles, importKohaFile } from "../policy/importFiles.ts"
import { caseFrom } from "../policy/policyCaseOption.ts"
import { readPolicyFile, soundPolicyFile } from "../policy/readPolicyFile.ts"
import { Failed } from "./failed.ts"
import type { Terminal } from "./shared.ts"
import { problemsOf } from "./tenant.ts"
import { visible } from "./visible.ts"

/** `openshelf policy …`: a policy looked at as a file, without a database. */
export const policyCommand = (terminal: Terminal): Command =>
  new Command("policy")
    .description("look at a policy before it is in force: check it, try it, print what readers may do")
    .addCommand(check(terminal))
    .addCommand(explain(terminal))
    .addCommand(table(terminal))
    .addCommand(preset(terminal))
    .addCommand(importFrom(terminal))

interface Json {
  readonly json: boolean
}

const fileCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .argument("<file>", "JSON, comments allowed")
    .option("--json", "answer as JSON", false)

const check = ({ write, finish }: Terminal): Command =>
  fileCommand("check", "everything that is wrong with a policy, and what is probably not meant")
    .option("--calendar <file>", "a calendar: branches that the policy names and it does not know are told too")
    .action(async (file: string, { json, calendar }: Json & { readonly calendar?: string }) => {
      const read = await readPolicyFile(file)
      const known = calendar === undefined ? {} : { branches: await branchesOf(calendar) }
      const problems = Result.isFailure(read) ? read.failure : []
      const findings = Result.isSuccess(read) ? checkPolicy(read.success, known) : []
      const lines = [...problems.map((one) => `${file}: ${formatProblem(one)}`), ...findings.map(findingText)]
      const text = lines.length === 0 ? `${file}: nothing to find fault with` : lines.map(visible).join("\n")
      write(json ? JSON.stringify({ problems, findings }) : text)
      finish(problems.length === 0 ? 0 : 1)
    })

const branchesOf = async (file: string): Promise<ReadonlyArray<string>> => {
  const read = await readDraft(await readFile(file, "utf8"))
  if (Result.isFailure(read)) throw new Failed(problemsOf(read.failure, {}, file))
  return Object.keys(read.success.branches)
}

const many = (value: string, before: ReadonlyArray<string>): ReadonlyArray<string> => [...before, value]

const explain = ({ write, finish }: Terminal): Command =>
  fileCommand("explain", "what a policy says in one case, and why: every row that could have said something else")
    .option(
      "--case <name=value>",
      "a fact of the case, as readerCategory=adult or readerAge=12; may be repeated",
      many,
      []
    )
    .option("--setting <name>", "only this setting; may be repeated", many, [])
    .action(
      async (
        file: string,
        given: Json & { readonly case: ReadonlyArray<string>; readonly setting: ReadonlyArray<string> }
      ) => {
        const policy = compilePolicy(await soundPolicyFile(file), { version: 0 })
        const context = caseFrom(given.case, policy.document)
        const declared = [
          ...Object.keys(settings),
          ...Object.keys(policy.document.limits ?? {}).flatMap(settingsOfLimit)
        ]
        const unknown = given.setting.filter((name) => !declared.includes(name))
        if (unknown.length > 0)
          throw new Failed(`--setting ${unknown.join(", ")}: expected one of ${declared.join(", ")}`)
        const names = (given.setting.length > 0 ? given.setting : declared) as ReadonlyArray<SettingName>
        const explained = names.map((name) => explainSetting(policy, name, context))
        write(given.json ? JSON.stringify(explained) : explained.map(explanationText).flatMap(lines).join("\n"))
        finish(0)
      }
    )

const lines = (text: string): ReadonlyArray<string> => text.split("\n").map(visible)

const table = ({ write, finish }: Terminal): Command =>
  fileCommand("table", "what each reader category may do, as a table in Markdown that a library can publish")
    .addOption(new Option("--language <code>", "language of the table").choices(["en", "zh"]).default("en"))
    .option("--branch <code>", "whose rules; without it, those that hold at any branch")
    .action(async (file: string, given: Json & { readonly language: RegulationLanguage; readonly branch?: string }) => {
      const policy = compilePolicy(await soundPolicyFile(file), { version: 0 })
      const { language, branch } = given
      const made = regulations(policy, { language, ...(branch === undefined ? {} : { branch }) })
      write(given.json ? JSON.stringify(made) : regulationsAsMarkdown(made).trimEnd())
      finish(0)
    })

const preset = ({ write, finish }: Terminal): Command =>
  new Command("preset")
    .description("a policy to start from, as JSON")
    .addArgument(new Command().createArgument("<name>", "which").choices(presetNames))
    .action((name: PresetName) => {
      write(JSON.stringify(presets[name], null, 2))
      finish(0)
    })

interface ImportOptions {
  readonly currency: string
  readonly out?: string
}

const importFrom = (terminal: Terminal): Command =>
  new Command("import")
    .description("the rules of another system as a policy; what could not be said is listed")
    .addCommand(
      importCommand("koha", "Koha's rule matrix, as CSV of its table circulation_rules")
        .argument("<file>")
        .action(async (file: string, given: ImportOptions) =>
          deliver(terminal, given, await importKohaFile(file, given.currency))
        )
    )
    .addCommand(
      importCommand("folio", "FOLIO's circulation rules, with its loan and request policies as JSON")
        .argument("<rules>", "the text of the rules")
        .argument("<loan policies>", "JSON")
        .argument("<request policies>", "JSON")
        .action(async (rules: string, loanPolicies: string, requestPolicies: string, given: ImportOptions) =>
          deliver(terminal, given, await importFolioFiles({ rules, loanPolicies, requestPolicies }, given.currency))
        )
    )

const importCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .requiredOption("--currency <code>", "ISO 4217, as EUR")
    .option("--out <file>", "where to write the policy; without it, it is printed and the list left out")

/** Prints the policy, or writes it to a file and prints what of the other system it does not say. */
const deliver = async (
  { write, finish }: Terminal,
  { out }: ImportOptions,
  { policy, notTakenOver }: ImportedPolicy
): Promise<void> => {
  const text = JSON.stringify(policy, null, 2)
  if (out === undefined) write(text)
  else {
    await writeFile(out, `${text}\n`, { flag: "wx" })
    const left = notTakenOver.map(({ where, because }) => `not taken over: ${where}: ${because}`)
    write([`${out}: ${policy.rows.length} rows`, ...left].map(visible).join("\n"))
  }
  finish(notTakenOver.length === 0 ? 0 : 1)
}
