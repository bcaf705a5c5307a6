import type { Session } from '../../session.ts';
import { printOrder, suggestedName } from '../../briefing/printBriefing.ts';
import { issuedRun } from '../../analysis/issuedRun.ts';
import { writeWhole } from '../../exchange/writeWhole.ts';
import { listBriefings, readBriefing } from '../../db/repositories/briefingRepository.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  'briefing.list' | 'briefing.read' | 'briefing.issuedRun' | 'briefing.print' | 'briefing.reprint'
>;

export function briefingHandlers(session: Session): Own {
  const { host } = session;
  return {
    'briefing.list': () => listBriefings(session.open().db),
    'briefing.read': ({ id }) => readBriefing(session.open().db, id),
    'briefing.issuedRun': (choice) => issuedRun(session.open().db, choice),
    'briefing.print': async (order) => {
      const before = order.issue ? session.openForChange() : session.openForCopy();
      const path = await host.chooseFileToSave(suggestedName(order.content), 'pdf');
      if (path === null) return null;
      // A briefing belongs to the portfolio it was composed from, whichever is open when it is printed.
      const forChange = () => {
        session.openForChange();
        return before.db;
      };
      return printOrder(forChange, (content) => host.printBriefing(content), order, path, session.now());
    },
    'briefing.reprint': async ({ id }) => {
      const content = readBriefing(session.open().db, id);
      const path = await host.chooseFileToSave(suggestedName(content), 'pdf');
      if (path === null) return null;
      const pdf = await host.printBriefing(content);
      writeWhole(path, pdf);
      return { path, bytes: pdf.byteLength, briefingId: id };
    },
  };
}
