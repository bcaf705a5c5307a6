import { observedRanges } from '../../analysis/observedRanges.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

export function riskHandlers(session: Session): Pick<Handlers, 'risk.observed'> {
  return { 'risk.observed': () => observedRanges(session.open().db) };
}
