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
  notAForm: {
    es: "el cuestionario no tiene la hoja «survey» de un XLSForm (tiene: {known})",
    en: 'missing sheet: "survey", which every XLSForm has (there are: {known})',
  },
  missingColumn: { es: "falta la columna: «{name}»", en: 'missing column: "{name}"' },
  noQuestions: { es: "el cuestionario no tiene preguntas", en: "no questions in the questionnaire" },
  sheetIgnored: { es: "hoja que no es del XLSForm: no se leyó", en: "sheet that is not part of an XLSForm: not read" },
  choiceIncomplete: {
    es: "opción sin lista o sin nombre: no se leyó",
    en: "choice without a list or a name: not read",
  },
  choiceTwice: {
    es: "la opción «{value}» está dos veces en la lista «{list}»: vale la primera",
    en: 'choice "{value}" stands twice in list "{list}": the first is used',
  },
  typeMissing: { es: "«{name}» no tiene tipo: no se leyó", en: '"{name}" has no type: not read' },
  typeUnknown: { es: "tipo desconocido: «{type}»: no se leyó", en: 'unknown type: "{type}": not read' },
  nameMissing: { es: "fila sin nombre ({type}): no se leyó", en: "row without a name ({type}): not read" },
  questionTwice: {
    es: "la pregunta «{name}» está dos veces: vale la primera",
    en: 'question "{name}" stands twice: the first is used',
  },
  listMissing: {
    es: "la lista de opciones «{list}» de «{name}» no está en el cuestionario: se usan los valores de los datos",
    en: 'list of choices "{list}" of "{name}" is not in the questionnaire: the values of the data are used',
  },
  closedTwice: {
    es: "se cierra un grupo que no estaba abierto («{name}»)",
    en: 'a group is closed that was not open ("{name}")',
  },
  closedOther: {
    es: "el cierre «{name}» se tomó como el de «{open}»",
    en: 'the end of "{name}" was taken as that of "{open}"',
  },
  neverClosed: { es: "el grupo «{name}» no se cierra", en: 'group "{name}" is never closed' },
};
