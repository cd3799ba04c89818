/**
 * Reads an input that is made while it is read, and prints what came of it and the peak of memory in MiB:
 * node peakMemory.ts KIND. Started by memory.test.ts in a process of its own.
 */
import { gzipSync } from "node:zlib"
import { kindOf, readRecords, titleFrom } from "../src/index.ts"
import { unpackByZlib } from "../src/node/index.ts"
import { iso2709, utf8 } from "./samples.ts"

const mebibyte = 1024 * 1024

const repeated = (bytes: Uint8Array, times: number): Uint8Array => {
  const all = new Uint8Array(bytes.length * times)
  for (let n = 0; n < times; n += 1) all.set(bytes, n * bytes.length)
  return all
}

async function* times(bytes: Uint8Array, count: number): AsyncGenerator<Uint8Array> {
  // Copies, as a file would give: a chunk that is always the same would cost no memory.
  for (let n = 0; n < count; n += 1) yield bytes.slice()
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.slice(at, at + 65_536)
}

const record = iso2709([
  ["001", "ocm12345"],
  ["008", "160101s2016    enk           000 0 eng d"],
  ["100", "1 \x1faAusten, Jane,\x1fd1775-1817."],
  ["245", "10\x1faPride and prejudice /\x1fcby Jane Austen ; caf\xe2e."],
  ["520", `  \x1fa${"Some words about it. ".repeat(30)}`],
  ["650", " 0\x1faEngland\x1fvFiction."]
])
const xmlRecord = utf8(
  `<record><leader>00000nam a2200000 a 4500</leader>${'<datafield tag="245" ind1="1" ind2="0"><subfield code="a">A title</subfield></datafield>'.repeat(30)}</record>`
)
const inputs: Readonly<Record<string, () => AsyncIterable<Uint8Array>>> = {
  iso2709: () => times(repeated(record, 64), 1_500),
  gzip: () => chunksOf(repeated(new Uint8Array(gzipSync(repeated(record, 4_000))), 25)),
  xml: () => times(repeated(xmlRecord, 20), 400),
  noTerminator: () => times(new Uint8Array(mebibyte).fill(0x31), 100),
  millionFields: () => times(utf8(`<record><leader/>${'<datafield tag="1"/>'.repeat(200_000)}</record>`), 10),
  gzipBomb: () => chunksOf(new Uint8Array(gzipSync(new Uint8Array(100 * mebibyte))))
}

const counts: Record<string, number> = {}
const [kind = ""] = process.argv.slice(2)
for await (const result of readRecords(inputs[kind]?.() ?? chunksOf(new Uint8Array(0)), { unpack: unpackByZlib })) {
  const outcome = result.ok ? kindOf(result.record) : result.reason.code
  counts[outcome] = (counts[outcome] ?? 0) + 1
  if (result.ok) titleFrom(result.record)
}
console.log(JSON.stringify({ counts, peak: Math.round(process.resourceUsage().maxRSS / 1024) }))
