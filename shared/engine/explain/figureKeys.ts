import type { HallResultField, PlanResultField, ResultField } from '../analysis/resultFields.ts';

/** Every figure of a plan that can be asked for its calculation. */
export type FigureKey = ResultField | PlanResultField | HallResultField;
