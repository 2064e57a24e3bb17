import type { Catalogue } from "./catalogue.js";

export const loadMessages: Catalogue = {
  missingFile: { es: "falta el archivo: {file}", en: "missing file: {file}" },
  notAFile: { es: "no es un archivo: {file}", en: "not a file: {file}" },
  emptyFile: { es: "archivo vacío: {file}", en: "empty file: {file}" },
  fileTooLarge: { es: "archivo demasiado grande: {file}", en: "file too large: {file}" },
  unreadableFile: {
    es: "no se puede leer el archivo: {file} (revise los permisos)",
    en: "cannot read file: {file} (check its permissions)",
  },
  notAWorkbook: {
    es: "no es un libro de Excel: {file} (se espera .xlsx)",
    en: "not a workbook: {file} (an .xlsx file is expected)",
  },
  notParquet: { es: "no es un archivo Parquet: {file}", en: "not a Parquet file: {file}" },
  unknownFileKind: {
    es: "tipo de archivo desconocido: {file} (se admite .csv, .xlsx, .parquet)",
    en: "unknown kind of file: {file} (.csv, .xlsx or .parquet)",
  },
  unknownSheet: { es: "hoja desconocida: «{name}» (existen: {known})", en: 'unknown sheet: "{name}" (known: {known})' },
  unknownSheetNear: {
    es: "hoja desconocida: «{name}» (¿quiso decir «{near}»?)",
    en: 'unknown sheet: "{name}" (did you mean "{near}"?)',
  },
  noRows: { es: "no hay filas de datos", en: "no rows of data" },
  rowTooLong: {
    es: "fila con {cells} celdas; los encabezados son {headers}",
    en: "row with {cells} cells under {headers} headers",
  },
  duplicateColumn: { es: "columna repetida: «{name}» ({cells})", en: 'duplicate column: "{name}" ({cells})' },
  errorCell: { es: "valor de error: {value}", en: "invalid value: {value}" },
  unknownColumn: { es: "columna desconocida: «{name}»", en: 'unknown column: "{name}"' },
  unknownColumnNear: {
    es: "columna desconocida: «{name}» (¿quiso decir {near}?)",
    en: 'unknown column: "{name}" (did you mean {near}?)',
  },
  invalidExpression: {
    es: "expresión inválida: {expression} (carácter {at}: {found})",
    en: "invalid expression: {expression} (character {at}: {found})",
  },
  unknownFunction: {
    es: "función desconocida: {name} (carácter {at}; se admite: {known})",
    en: "unknown function: {name} (character {at}; known: {known})",
  },
};
