import { backcastPage } from '../../analysis/backcastPage.ts';
import { listGpuPriceObservations } from '../../db/repositories/backcastRepository.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

export function backcastHandlers(session: Session): Pick<Handlers, 'backcast.read' | 'backcast.gpuPrices'> {
  return {
    'backcast.read': () => backcastPage(session.open().db),
    'backcast.gpuPrices': () => listGpuPriceObservations(session.open().db),
  };
}
