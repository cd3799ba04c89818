import { readdirSync, readFileSync, statSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2"
}

const safety: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff"
}

interface PageFile {
  readonly content: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The built page, read into memory once: only what was there at the start can be asked for, whatever an address says.
 * An address without a file name is one of the page's own, and gets the page. `null`: the page is not built.
 */
export const pageFiles = (folder: string): ((request: Request) => Response) | null => {
  const files = readFolder(folder)
  const index = files.get("/index.html")
  if (index === undefined) return null
  return ({ method, url }) => {
    if (method !== "GET" && method !== "HEAD")
      return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } })
    const { pathname } = new URL(url)
    const file = files.get(pathname) ?? (extname(pathname) === "" ? index : undefined)
    if (file === undefined) return new Response("There is nothing here.", { status: 404, headers: safety })
    return new Response(method === "HEAD" ? null : file.content, { headers: file.headers })
  }
}

const readFolder = (folder: string): ReadonlyMap<string, PageFile> => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return new Map()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const address = `/${relative(folder, path).split(sep).join("/")}`
      return [address, { content: new Uint8Array(readFileSync(path)), headers: headersOf(address) }]
    })
  )
}

/** Files under `assets` have a hash of their content in their names, and never change. */
const headersOf = (address: string): Readonly<Record<string, string>> => ({
  ...safety,
  "content-type": types[extname(address)] ?? "application/octet-stream",
  "cache-control": address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"
})
