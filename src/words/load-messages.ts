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
  formDoesNotFit: {
    es: "el cuestionario no corresponde a los datos: {absent} de {asked} preguntas no tienen columna",
    en: "the questionnaire does not fit the data: {absent} of {asked} questions have no column",
  },
  noColumn: {
    es: "pregunta sin columna en los datos: «{name}»",
    en: 'question without a column in the data: "{name}"',
  },
  noColumnNear: {
    es: "pregunta sin columna en los datos: «{name}» (¿será {near}?)",
    en: 'question without a column in the data: "{name}" (perhaps {near}?)',
  },
  noQuestion: {
    es: "columna sin pregunta en el cuestionario: «{name}»",
    en: 'column without a question in the form: "{name}"',
  },
  noQuestionNear: {
    es: "columna sin pregunta en el cuestionario: «{name}» (¿será {near}?)",
    en: 'column without a question in the form: "{name}" (perhaps {near}?)',
  },
  readLoosely: {
    es: "la columna «{header}» se leyó como la pregunta «{name}»",
    en: 'column "{header}" was read as question "{name}"',
  },
  unknownChoice: {
    es: "opción desconocida: «{value}» en {name}",
    en: 'unknown choice: "{value}" for {name}',
  },
  unknownChoiceNear: {
    es: "opción desconocida: «{value}» en {name} (¿quiso decir «{near}»?)",
    en: 'unknown choice: "{value}" for {name} (did you mean "{near}"?)',
  },
  notZeroOne: {
    es: "valor inválido: «{value}» en una opción de {name} (se espera 1 o 0)",
    en: 'invalid value: "{value}" for a choice of {name} (1 or 0 is expected)',
  },
  choicesDisagree: {
    es: "las columnas de {name} no coinciden: la opción «{choice}» frente a «{value}»",
    en: 'the columns of {name} disagree: choice "{choice}" against "{value}"',
  },
  notANumber: { es: "número inválido: «{value}» en {name}", en: 'invalid number: "{value}" for {name}' },
  notADate: {
    es: "fecha inválida: «{value}» en {name} (se espera AAAA-MM-DD)",
    en: 'invalid date: "{value}" for {name} (YYYY-MM-DD is expected)',
  },
  moreProblems: { es: "… y {count} más como estos en {name}", en: "… and {count} more like these in {name}" },
  missingKey: { es: "falta el identificador en «{name}»", en: 'missing identifier in "{name}"' },
  duplicateKey: {
    es: "identificador repetido: {value} en «{name}» (también en la celda {cell})",
    en: 'duplicate identifier: {value} in "{name}" (also in cell {cell})',
  },
  orphan: {
    es: "fila sin origen: {name} «{value}» no está en la hoja «{parent}»",
    en: 'orphan row: {name} "{value}" is not in sheet "{parent}"',
  },
  noLink: {
    es: "la unidad «{unit}» no se puede unir a la hoja «{parent}»: falta _parent_index o un identificador del registro",
    en: 'unit "{unit}" cannot be tied to sheet "{parent}": missing _parent_index or an identifier of the submission',
  },
  wrongParent: {
    es: "la unidad «{unit}» cuelga de la hoja «{said}», no de «{parent}»: corrija «of» en study.json",
    en: 'unit "{unit}" is inside sheet "{said}", not "{parent}": correct "of" in study.json',
  },
  nobodyConsented: {
    es: "ningún registro tiene consentimiento ({rows} filas): revise «consent» en study.json",
    en: 'no record with consent ({rows} rows): check "consent" in study.json',
  },
  nobodyInterviewed: {
    es: "ninguna entrevista llegó al final: todas tienen en blanco más de la mitad de las preguntas obligatorias o carecen de filas en una repetición",
    en: "no interview was completed: each leaves more than half of the required questions blank or lacks the rows of a repeat",
  },
  singleHousehold: {
    es: "queda un solo hogar por analizar (filas: {selected}; sin consentimiento: {refused}; entrevistas interrumpidas: {brokenOff}): se necesitan al menos 2",
    en: "a single household is left to analyse (rows: {selected}; without consent: {refused}; broken off: {brokenOff}): at least 2 are needed",
  },
  conditionNotRead: {
    es: "no se entiende la condición {condition}: las respuestas en blanco que dependen de ella cuentan como no preguntadas",
    en: "the condition {condition} is not understood: blanks that depend on it count as not asked",
  },
  answeredUnasked: {
    es: "{count} respuestas a preguntas que según el cuestionario no se hicieron: se conservan ({unit})",
    en: "{count} answers to questions that by the questionnaire were not asked: they are kept ({unit})",
  },
  guessedDontKnow: {
    es: "opción «{value}» ({label}) leída como «no sabe» por su código y su etiqueta: {name}",
    en: 'choice "{value}" ({label}) read as don\'t know for its code and its label: {name}',
  },
  guessedRefused: {
    es: "opción «{value}» ({label}) leída como «prefirió no responder» por su código y su etiqueta: {name}",
    en: 'choice "{value}" ({label}) read as preferred not to answer for its code and its label: {name}',
  },
  perhapsMissing: {
    es: "opción «{value}» ({label}) conservada como respuesta: {name} (si significa que no hay respuesta, declárela en «missing» de study.json)",
    en: 'choice "{value}" ({label}) kept as an answer: {name} (if it means that there is none, declare it in study.json, "missing")',
  },
  declaredKept: {
    es: "opción «{value}» ({label}) conservada como respuesta, aunque study.json declara ese código en «missing»: su etiqueta dice otra cosa: {name}",
    en: 'choice "{value}" ({label}) kept as an answer, though study.json declares that code in "missing": its label says something else: {name}',
  },
  keptAsNumber: {
    es: "{value} conservado como número en {name} (veces: {count}), aunque study.json declara ese código en «missing»: si no es una respuesta, nómbrelo en la restricción del cuestionario (. = {value})",
    en: '{value} kept as a number in {name} (times: {count}), though study.json declares that code in "missing": if it is no answer, name it in the form\'s constraint (. = {value})',
  },
  missingWeight: { es: "falta el factor de expansión: «{name}»", en: 'missing weight: "{name}"' },
  negativeWeight: { es: "factor de expansión inválido: {value} («{name}»)", en: 'invalid weight: {value} ("{name}")' },
  weightNotANumber: {
    es: "factor de expansión inválido: «{value}» no es un número («{name}»)",
    en: 'invalid weight: "{value}" is not a number ("{name}")',
  },
  weightsAllZero: {
    es: "todos los factores de expansión de «{name}» son cero",
    en: 'every weight of "{name}" is zero',
  },
  takenForWeights: {
    es: "la columna «{name}» se tomó por factor de expansión por su nombre: corríjala, nombre otra con --weights, o siga sin factor de expansión con --weights none",
    en: 'column "{name}" was taken for the weights by its name: correct it, name another with --weights, or go on without weights with --weights none',
  },
  folderNotEmpty: {
    es: "la carpeta no está vacía: {dir} (indique una nueva)",
    en: "folder is not empty: {dir} (name a new one)",
  },
  notAFolder: { es: "no es una carpeta: {dir}", en: "not a folder: {dir}" },
};
