/** `dueAt` as a column: `due_at`. */
export type ColumnName<Field extends string> = Field extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${ColumnName<Rest>}`
    : `_${Lowercase<First>}${ColumnName<Rest>}`
  : Field

/** The column of a field, and the table of a table's name: `titleQueue` is stored as `title_queue`. */
export const columnName = <Field extends string>(field: Field): ColumnName<Field> =>
  field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`) as ColumnName<Field>
