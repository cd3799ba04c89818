// Runs on any Node from 12 on: pnpm only warns when its install fails, and then starts a script on whatever Node the
// machine has, where the project would end in a crash without a message.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const command = process.argv[2]
const again = "Run `npx -y pnpm@12.21.0 install` and read what it says."

const trouble = nodeTrouble() || installTrouble()
if (trouble) {
  console.error(`openshelf ${command}: ${trouble}`)
  process.exit(1)
}
import(pathToFileURL(join(root, "scripts", `${command}.ts`)).href)

function nodeTrouble() {
  const pinned = readJson(join(root, "package.json")).optionalDependencies[`node-${process.platform}-${process.arch}`]
  const running = process.versions.node
  if (pinned && running !== pinned) {
    return `this runs on the Node ${pinned} that its install brings, not on Node ${running}; the install did not finish. ${again}`
  }
  const [major, minor] = running.split(".").map(Number)
  if (major > 22 || (major === 22 && minor >= 19)) return null
  return `Node ${running} is too old: 22.19 or newer is needed, 24 is best.`
}

function installTrouble() {
  for (const folder of [root, ...workspaceFolders()]) {
    const missing = needs(folder).find((name) => !existsSync(join(folder, "node_modules", name)))
    if (missing) return `the install did not finish: ${missing} is missing. ${again}`
  }
  return null
}

function workspaceFolders() {
  return ["packages", "examples"]
    .map((group) => join(root, group))
    .reduce((all, group) => all.concat(readdirSync(group).map((name) => join(group, name))), [])
    .filter((folder) => existsSync(join(folder, "package.json")))
}

function needs(folder) {
  const { dependencies, devDependencies } = readJson(join(folder, "package.json"))
  return Object.keys(Object.assign({}, dependencies, devDependencies))
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"))
}
