/** An answer as a file holds it; null is a blank. */
export type Answer = string | number | null;

/** The answers of a person, by the questionnaire's names. */
export type PersonAnswers = {
  parentesco: string;
  sexo: "mujer" | "hombre";
  edad: number;
  autoadscripcion: string;
  habla_lengua: string;
  dfi_persona: string | null;
  asiste_escuela: string | null;
  ocupado: string | null;
  seguridad_social: string | null;
  acta_nacimiento: string;
  curp: string;
  telefono: string | null;
};

/** The answers on housing and well-being. */
export type LivingAnswers = {
  tenencia: string;
  cuartos: number;
  agua: string;
  electricidad: string;
  ingreso_mensual: number | null;
  inseguridad_alimentaria: string;
  percepcion_seguridad: string;
};

/** The answers of a household with displacement on its displacement. */
export type DisplacementAnswers = {
  primer_anio: number;
  causas: string;
  causa_otra: string | null;
  actor: string;
  region_origen: string;
  localidad_origen: string;
  otra_vez: string;
  num_desplazamientos: number | null;
  tenia_vivienda: string;
  estado_vivienda: string | null;
  compensacion: string | null;
  plan_futuro: string;
};

/** The answers on one displacement. */
export type EventAnswers = { evento_anio: number; evento_region: string; evento_motivo: string };

/** A household of the population with all that it would answer. */
export interface Household {
  /** its primary unit, an index into the population's; −1 in a shelter */
  readonly unit: number;
  readonly dfiHogar: string;
  readonly living: LivingAnswers;
  readonly displacement: DisplacementAnswers | null;
  readonly persons: readonly PersonAnswers[];
  readonly events: readonly EventAnswers[];
}

/** Where a household lives and who it is: what its answers depend on. */
export interface Circumstances {
  readonly unit: number;
  readonly area: "urbano" | "rural";
  readonly sierra: boolean;
  readonly displaced: boolean;
  readonly indigenous: boolean;
  /** how much harder life is in its primary unit than elsewhere, about standard normal */
  readonly hardship: number;
}

/** A probability kept within bounds. */
export function bounded(p: number): number {
  return Math.min(0.99, Math.max(0.005, p));
}
