import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { pageFiles } from "./pageFiles.ts"

let folder = ""
let page: (request: Request) => Response
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"))
  mkdirSync(join(folder, "dist/assets"), { recursive: true })
  writeFileSync(join(folder, "secret.txt"), "secret")
  writeFileSync(join(folder, "dist/index.html"), "<!doctype html>")
  writeFileSync(join(folder, "dist/assets/main-1a2b.js"), "1")
  page = pageFiles(join(folder, "dist")) as typeof page
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (path: string, method = "GET"): Response => page(new Request(`http://server${path}`, { method }))

it("gives files with their types, and keeps those whose names tell their content", () => {
  const script = ask("/assets/main-1a2b.js")
  expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8")
  expect(script.headers.get("cache-control")).toContain("immutable")
  expect(script.headers.get("x-content-type-options")).toBe("nosniff")
  expect(ask("/index.html").headers.get("cache-control")).toBe("no-cache")
  expect(ask("/").headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'/)
})

it("gives the page at every address of its own, and nothing outside its folder", async () => {
  for (const path of ["/", "/desk", "/me/loans"]) expect(await ask(path).text()).toBe("<!doctype html>")
  for (const path of [
    "/nothing.js",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt"
  ])
    expect([path, ask(path).status]).toEqual([path, 404])
  expect(ask("/", "POST").status).toBe(405)
  expect(await ask("/", "HEAD").text()).toBe("")
})

it("knows when there is no page", () => {
  expect(pageFiles(join(folder, "elsewhere"))).toBeNull()
})
