/** Currencies of ISO 4217 whose minor unit is not a hundredth. */
const otherDigits: ReadonlyMap<string, number> = new Map([
  ...[
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF"
  ].map((currency) => [currency, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((currency) => [currency, 3] as const)
])

/** Decimal places of a currency by ISO 4217: 0, 2 or 3. An unknown code counts as 2. */
export const currencyDigits = (currency: string): number => otherDigits.get(currency) ?? 2
