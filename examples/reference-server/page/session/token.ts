const kept = "openshelf.token"

/** The token lives as long as the tab: the next person at this screen signs in anew. */
export const keptToken = (): string | null => sessionStorage.getItem(kept)

export const keepToken = (token: string): void => sessionStorage.setItem(kept, token)

export const forgetToken = (): void => sessionStorage.removeItem(kept)
