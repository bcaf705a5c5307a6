import { firstAnswersId, type FirstAnswers } from '../../shared/ipc/firstAnswers.ts';
import { call } from './client.ts';

/** The answers that came with the page, once: what is asked again is asked of the portfolio as it is then. */
function handedOver(): FirstAnswers | null {
  const element = document.getElementById(firstAnswersId);
  element?.remove();
  // Written by the host, from which the page itself comes.
  return JSON.parse(element?.textContent ?? 'null') as FirstAnswers | null;
}

/** What the first screen needs: as handed over with the page, else asked for. */
export async function firstAnswers(): Promise<FirstAnswers> {
  const known = handedOver();
  if (known) return known;
  const [settings, portfolio, companies] = await Promise.all([
    call('settings.read', {}),
    call('portfolio.current', {}),
    call('company.list', {}),
  ]);
  return { 'settings.read': settings, 'portfolio.current': portfolio, 'company.list': companies };
}
