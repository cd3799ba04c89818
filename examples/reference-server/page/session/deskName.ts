const kept = "openshelf.desk"
const form = /^[!-~]{1,64}$/

/** The name of this desk or workstation, kept by this browser and sent with every command; `null`: it has none. */
export const keptDesk = (): string | null => {
  const name = localStorage.getItem(kept)
  return name !== null && form.test(name) ? name : null
}

/** What a person typed as a name: blanks become hyphens, as the name travels in a header. */
export const keepDesk = (typed: string): void => {
  const name = typed.trim().replace(/\s+/g, "-")
  if (form.test(name)) localStorage.setItem(kept, name)
  else localStorage.removeItem(kept)
}
