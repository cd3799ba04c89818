// Runs in a process of its own, whose TMPDIR is the folder to fill: that is where the package inflates to.
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { inflate } from "@sparticuz/chromium"

const archives = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "../bin")
const names = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]
await Promise.all(names.map((name) => inflate(join(archives, name))))
