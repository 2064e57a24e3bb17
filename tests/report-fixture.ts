import { inegi } from "../src/policy/precision.js";
import type { Released } from "../src/policy/released.js";
import type { Block, FigureBlock, FigureKind, Labels, TableBlock } from "../src/present/block.js";
import { figureBlock, tableBlock } from "../src/present/table.js";
import type { Item, Run } from "../src/report/run.js";
import type { Texts } from "../src/words/catalogue.js";

// A small invented run with one of everything that a report can hold. Its numbers are typed in, not computed.

const both = (es: string, en: string): Texts => ({ es, en });

/** An estimate with a symmetric interval of 1.66 standard errors and what else is asked for. */
export function row(id: string, estimate: number | null, se: number | null, rest: Partial<Released> = {}): Released {
  const ci = estimate === null || se === null ? null : ([estimate - 1.66 * se, estimate + 1.66 * se] as const);
  const full: Released = {
    id,
    key: `household|proportion|${rest.variable ?? id}|${rest.level ?? ""}|by=${JSON.stringify(rest.by ?? null)}|${rest.part ?? ""}`,
    unit: "household",
    statistic: "proportion",
    variable: id,
    by: null,
    where: null,
    confidence: 0.9,
    n: 120,
    households: 120,
    psu: 61,
    nMissing: 3,
    weightMissing: 0.02,
    estimate,
    se,
    cv: estimate === null || se === null || estimate === 0 ? null : se / Math.abs(estimate),
    ci,
    df: 53,
    nEff: 80,
    deff: 1.4,
    reason: null,
    precision: null,
    withheld: false,
    ...rest,
  };
  return { ...full, precision: inegi(full) };
}

/** A withheld row: no number at all, as the release leaves it. */
export function withheld(id: string, rest: Partial<Released> = {}): Released {
  const nothing = {
    n: null,
    households: null,
    psu: null,
    nMissing: null,
    weightMissing: null,
    nEff: null,
    deff: null,
    df: null,
  };
  return { ...row(id, null, null, rest), ...nothing, precision: null, withheld: true };
}

export const labels: Labels = {
  columns: {
    grupo: both("Condición de DFI", "Displacement"),
    municipio: both("Municipio", "Municipality"),
    indigena: both("Autoadscripción indígena", "Indigenous self-identification"),
    sexo: both("Sexo", "Sex"),
  },
  values: {
    grupo: {
      con_dfi: both("Hogares con al menos un evento de DFI", "Households with at least one displacement event"),
      sin_dfi: both("Hogares no desplazados", "Non-displaced households"),
    },
    municipio: {
      juarez: both("Juárez (municipio)", "Juárez (municipality)"),
      chihuahua: both("Chihuahua (municipio)", "Chihuahua (municipality)"),
      parral: both("Hidalgo del Parral", "Hidalgo del Parral"),
      guadalupe_calvo: both("Guadalupe y Calvo", "Guadalupe y Calvo"),
    },
    indigena: { si: both("Indígena", "Indigenous"), no: both("No indígena", "Not indigenous") },
    sexo: { hombre: both("Hombres", "Men"), mujer: both("Mujeres", "Women") },
    periodo: {
      antes_2008: both("Antes de 2008", "Before 2008"),
      p2008_2016: both("2008–2016", "2008–2016"),
      p2017_2020: both("2017–2020", "2017–2020"),
      p2021_2022: both("2021–2022", "2021–2022"),
    },
    causas: {
      delito_amenaza: both("Fue víctima de un delito o de amenazas", "Was a victim of crime or threats"),
      temor: both("Temor por la inseguridad del lugar", "Fear because the place was not safe"),
      extorsion: both("Extorsión o cobro de piso", "Extortion"),
      desaparicion: both("Desaparición de una persona cercana", "Disappearance of someone close"),
      enfrentamientos: both(
        "Enfrentamientos entre grupos armados en la comunidad o en los caminos que la comunican",
        "Clashes between armed groups in the community or on the roads that lead to it",
      ),
      despojo: both("Despojo de la vivienda, la tierra o el ganado", "Loss of home, land or livestock by force"),
      otra: both("Otra", "Other"),
    },
    jefatura: { si: both("Sí", "Yes"), no: both("No", "No") },
  },
  source: both("ECADEFI de demostración, 2022", "Demonstration displacement survey, 2022"),
  universe: both(
    "hogares de cuatro municipios del estado de Chihuahua",
    "households in four municipalities of the state of Chihuahua",
  ),
  indicators: {
    jefatura: {
      label: both("Hogares con una mujer como persona de referencia", "Households headed by a woman"),
      kind: "share",
    },
    tamano: { label: both("Tamaño medio del hogar", "Mean household size"), kind: "mean" },
    periodo: { label: both("Periodo del primer desplazamiento", "Period of first displacement"), kind: "share" },
    causas: { label: both("Causas del desplazamiento", "Causes of displacement"), kind: "multiple" },
    otra_vez: { label: both("Hogares que volvieron a desplazarse", "Households displaced again"), kind: "share" },
    personas: { label: both("Personas", "Persons"), kind: "total" },
    piramide: { label: both("Personas por edad y sexo", "Persons by age and sex"), kind: "share" },
    diferencia: {
      label: both(
        "Diferencia en hogares con una mujer como persona de referencia",
        "Difference in households headed by a woman",
      ),
      kind: "difference",
    },
    actor: { label: both("Actor señalado", "Reported perpetrator"), kind: "share" },
  },
  parts: { albergue: both("Hogares en albergues", "Households in shelters") },
  synthetic: true,
};

const con = { by: { grupo: "con_dfi" } };
const sin = { by: { grupo: "sin_dfi" }, n: 1382, households: 1382 };
const shelter: Partial<Released> = {
  part: "albergue",
  n: 65,
  households: 65,
  cv: null,
  ci: null,
  df: null,
  nEff: null,
  deff: null,
  reason: "not a probability sample",
};
const yes = { variable: "jefatura_mujer", level: "si" };

const headed = [
  row("jefatura", 0.401, 0.045, { ...yes, ...con }),
  row("jefatura", 0.312, 0.016, { ...yes, ...sin }),
  row("jefatura", 0.523, null, { ...yes, ...shelter }),
];
const size = [
  row("tamano", 3.91, 0.16, { statistic: "mean", ...con }),
  row("tamano", 3.72, 0.05, { statistic: "mean", ...sin }),
];
const periods = [0.101, 0.262, 0.378, 0.259].map((share, index) =>
  row("periodo", share, [0.033, 0.04, 0.045, 0.041][index]!, { level: Object.keys(labels.values.periodo!)[index]! }),
);
const shares = [0.662, 0.58, 0.241, 0.055, 0.183, 0.122, 0.04];
const causes = Object.keys(labels.values.causas!).map((level, index) =>
  row("causas", shares[index]!, [0.049, 0.046, 0.04, 0.02, 0.036, 0.03, 0.016][index]!, {
    level,
    households: 120,
    n: 117,
  }),
);
const again = Object.keys(labels.values.municipio!).flatMap((municipio, index) =>
  Object.keys(labels.values.indigena!).map((indigena) => {
    const by = { municipio, indigena };
    const asked = { variable: "otra_vez", level: "si", by };
    if (index === 1) return withheld("otra_vez", asked);
    const low = indigena === "si" && index === 0;
    return low
      ? row("otra_vez", 0.31, 0.11, { ...asked, n: 14, households: 14 })
      : row("otra_vez", 0.42 + index * 0.06, 0.07 + index * 0.015, { ...asked, n: 28 - index, households: 28 - index });
  }),
);
const total = [
  row("personas", 24310, 2750, { statistic: "total", unit: "person", ...con, n: 471, households: 120 }),
  row("personas", 688849.4, 21003, { statistic: "total", unit: "person", ...sin, n: 5140, households: 1382 }),
];
const bands = [
  "00_04",
  "05_09",
  "10_14",
  "15_19",
  "20_24",
  "25_29",
  "30_34",
  "35_39",
  "40_44",
  "45_49",
  "50_54",
  "55_59",
  "60_64",
  "65_69",
  "70_74",
  "75_mas",
];
const young = [11, 11.4, 11, 9.8, 8.6, 7.6, 7, 6.5, 6, 5.2, 4.4, 3.6, 2.8, 2.1, 1.4, 1.6];
const ages = ["con_dfi", "sin_dfi"].flatMap((grupo) =>
  ["hombre", "mujer"].flatMap((sexo) =>
    bands.map((level, index) => {
      const asked = { variable: "grupo_edad", level, by: { grupo, sexo }, unit: "person" };
      if (grupo === "con_dfi" && index === 14) return withheld("piramide", asked);
      const share =
        (young[index]! + (grupo === "con_dfi" ? (index < 4 ? 1.6 : -0.5) : 0) + (sexo === "mujer" ? 0.2 : 0)) / 100;
      const se =
        (grupo === "con_dfi" ? 0.07 : 0.02) * Math.sqrt(share) * (index > 11 && grupo === "con_dfi" ? 1.6 : 1) * 0.9;
      return row("piramide", share, se, {
        ...asked,
        n: grupo === "con_dfi" ? 240 : 2570,
        households: grupo === "con_dfi" ? 118 : 1301,
      });
    }),
  ),
);
const difference = [
  row("diferencia", 0.089, 0.048, {
    statistic: "difference",
    variable: "jefatura_mujer",
    level: "si",
    between: { column: "grupo", a: "sin_dfi", b: "con_dfi" },
    n: 1502,
    households: 1502,
    cv: null,
    t: 1.85,
    p: 0.066,
  }),
];
const nobody = [
  row("jefatura", 0, 0, {
    ...yes,
    by: { municipio: "parral" },
    ci: [0, 0.094],
    cv: null,
    reason: "nobody",
    n: 31,
    households: 31,
  }),
  row("jefatura", null, null, {
    ...yes,
    by: { municipio: "chihuahua" },
    reason: "nobody answered",
    n: 0,
    households: 0,
  }),
];
const actor = [withheld("actor", { level: "grupo_armado" }), withheld("actor", { level: "otro" })];

export const estimates: readonly Released[] = [
  ...headed,
  ...size,
  ...periods,
  ...causes,
  ...again,
  ...total,
  ...ages,
  ...difference,
  ...nobody,
  ...actor,
];

const block = (item: Block): Item => ({ kind: "block", block: item });
const es = (text: string): Item => ({ kind: "markdown", language: "es", text });
const en = (text: string): Item => ({ kind: "markdown", language: "en", text });
const figure = (
  kind: FigureKind,
  rows: readonly Released[],
  id: string,
  title: Texts,
  message?: Texts,
  note?: Texts,
): Item =>
  block(figureBlock(kind, rows, { id, title, ...(message ? { message } : {}), ...(note ? { note } : {}) }, labels));

export const blocks: {
  readonly causes: FigureBlock;
  readonly table: TableBlock;
  readonly again: TableBlock;
  readonly nobody: TableBlock;
  readonly actor: TableBlock;
} = {
  causes: figureBlock(
    "causes",
    causes,
    {
      id: "causas",
      title: both("¿Por qué salieron?", "Why did they leave?"),
      message: both(
        "Dos de cada tres hogares fueron víctimas de un delito o de amenazas; más de la mitad menciona el temor.",
        "Two in three households were victims of crime or threats; more than half mention fear.",
      ),
    },
    labels,
  ),
  table: tableBlock(
    [...headed, ...size],
    { id: "cuadro", title: both("¿En qué se distinguen los hogares?", "How do households differ?") },
    labels,
  ),
  again: tableBlock(
    again,
    { id: "otra-vez-cuadro", title: both("¿Quién volvió a desplazarse?", "Who was displaced again?") },
    labels,
  ),
  nobody: tableBlock(nobody, { id: "nadie", title: both("Casos límite", "Limits") }, labels),
  actor: tableBlock(actor, { id: "actor", title: both("¿Quién lo provocó?", "Who caused it?") }, labels),
};

export const run: Run = {
  title: both(
    "Perfil de hogares en situación de desplazamiento forzado interno",
    "Profile of internally displaced households",
  ),
  subtitle: both(
    "Cuatro municipios del estado de Chihuahua: quiénes son, cuándo y por qué salieron, y qué buscan",
    "Four municipalities of the state of Chihuahua: who they are, when and why they left, and what they seek",
  ),
  synthetic: true,
  status: "preliminar",
  languages: ["es", "en"],
  dates: { reference: "2022", collection: ["2022-03-14", "2022-06-30"], analysis: "2022-09-05" },
  source: both(
    "Encuesta de demostración ECADEFI, 2022 (datos inventados)",
    "Demonstration survey, 2022 (invented data)",
  ),
  contact: both("Grupo de trabajo de demostración", "Demonstration working group"),
  precisionPolicy: "inegi",
  confidence: 0.9,
  minHouseholds: 10,
  fingerprint: "3f9a0c71be24",
  estimates,
  labels,
  chapters: [
    {
      notebook: "02-who-is-displaced.ipynb",
      items: [
        es(
          "# ¿Quiénes son?\n\nEste capítulo describe a las personas y a sus hogares, y los compara con la población no desplazada.",
        ),
        en(
          "# Who are they?\n\nThis chapter describes people and their households, next to the non-displaced population.",
        ),
        {
          kind: "code",
          source: 'import { openStudy, show, pyramid } from "perfil";\nconst study = await openStudy();',
        },
        es("## Edad y sexo\n\nLas pirámides comparten una sola escala."),
        en("## Age and sex\n\nBoth pyramids share one scale."),
        figure(
          "pyramid",
          ages,
          "piramide",
          both("¿Cómo es la estructura por edad y sexo?", "What is the age and sex structure?"),
          both(
            "Los hogares con DFI son más jóvenes: hay más niñas y niños menores de 15 años.",
            "Displaced households are younger: more children under 15.",
          ),
        ),
        es("## Hogares\n\nLa *persona de referencia* es la que el hogar reconoce como tal."),
        en("## Households\n\nThe *reference person* is whom the household names."),
        figure(
          "bars",
          headed,
          "jefatura",
          both(
            "¿En cuántos hogares una mujer es la persona de referencia?",
            "How many households are headed by a woman?",
          ),
          both(
            "Cuatro de cada diez con DFI; tres de cada diez sin él.",
            "Four in ten with displacement; three in ten without.",
          ),
        ),
        figure(
          "bars",
          again,
          "otra-vez",
          both("¿Quién volvió a desplazarse, por municipio?", "Who was displaced again, by municipality?"),
        ),
        block(blocks.table),
        block(blocks.again),
        block({
          kind: "finding",
          id: "f1",
          title: both("Hallazgo 1", "Finding 1"),
          text: both(
            "Cuatro de cada diez hogares con al menos un evento de DFI tienen a una mujer como persona de referencia (40.1 %).",
            "Four in ten households with at least one displacement event are headed by a woman (40.1%).",
          ),
          held: true,
          rows: [headed[0]!, headed[1]!, difference[0]!],
          labels,
          reading: {
            state: "agreed",
            text: both("Salir con hijas e hijos recae en las mujeres.", "Leaving with children falls on women."),
          },
        }),
      ],
    },
    {
      notebook: "03-displacement.ipynb",
      items: [
        es("# El desplazamiento: cuándo, por qué, cuántas veces\n\nEl primer evento de cada hogar."),
        en("# Displacement: when, why, how often\n\nThe first event of each household."),
        figure(
          "periods",
          periods,
          "periodo",
          both("¿Cuándo ocurrió el primer desplazamiento?", "When was the first displacement?"),
          both(
            "Seis de cada diez hogares salieron por primera vez desde 2017.",
            "Six in ten households first left in or after 2017.",
          ),
        ),
        block(blocks.causes),
        block(blocks.actor),
        block({
          kind: "finding",
          id: "f2",
          title: both("Hallazgo 2", "Finding 2"),
          text: both(
            "No se aprecia diferencia en el tamaño del hogar; el motivo no se desprende de este estudio.",
            "No difference in household size can be told; the reason is not clear from this study.",
          ),
          held: false,
          rows: [...size, again[2]!],
          labels,
          reading: {
            state: "contested",
            text: both(
              "Una parte del grupo lee que los hogares se dividen al salir.",
              "Part of the group reads that households split when they leave.",
            ),
            dissent: both(
              "Otra parte señala que la encuesta no lo pregunta.",
              "Another part notes that the survey does not ask.",
            ),
          },
        }),
      ],
    },
  ],
  methods: {
    designs: [
      {
        unit: "household",
        label: both("Hogares", "Households"),
        universe: labels.universe,
        rows: 1502,
        households: 1502,
        strata: 9,
        psu: 128,
        singletons: "error",
        weights: { min: 6.2, max: 214.8, sum: 184020, deff: 1.62 },
        parts: [
          { label: both("Viviendas", "Dwellings"), kind: "probability", rows: 1502 },
          { label: both("Hogares en albergues", "Households in shelters"), kind: "nonprobability", rows: 65 },
        ],
      },
    ],
    pending: [],
    notes: {
      design: both(
        "Muestra estratificada y por conglomerados, con mayor probabilidad para hogares con DFI.",
        "A stratified cluster sample, with a higher chance for displaced households.",
      ),
      limitations: both(
        "Los resultados representan a los hogares de cuatro municipios, no al estado.",
        "Results speak for the households of four municipalities, not for the state.",
      ),
      response: both("Se visitaron 1640 viviendas.", "1,640 dwellings were visited."),
    },
    response: {
      kind: "counts",
      id: "respuesta",
      title: both("¿Cuántas entrevistas se lograron?", "How many interviews were completed?"),
      columns: [both("Resultado", "Result"), both("Hogares", "Households")],
      cells: [
        [both("Visitados", "Visited"), 11640],
        [both("Sin consentimiento", "Without consent"), 66],
        [both("Incompletos", "Broken off"), 2],
      ],
      source: labels.source,
      synthetic: true,
    },
    software: [
      { name: "perfil", version: "0.1.0" },
      { name: "tslab", version: "1.0.22" },
    ],
  },
};
