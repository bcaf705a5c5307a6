import { defaultSeed } from './analysis/siteView.ts';
import { composeFromPortfolio } from './briefing/composeFromPortfolio.ts';
import { printOrder } from './briefing/printBriefing.ts';
import { openReadOnly } from './db/openDatabase.ts';
import { staleness } from './db/repositories/settingRepository.ts';
import type { Host } from './hosts/host.ts';
import { samplePath } from './portfolio/openPortfolio.ts';

/** The main job without a window: the sample site's briefing as PDF. @returns lines to print */
export async function writeSampleBriefing(
  host: Pick<Host, 'resourcesFolder' | 'locale' | 'printBriefing'>,
  outFile: string,
): Promise<string[]> {
  const path = samplePath(host.resourcesFolder);
  const db = openReadOnly(path);
  try {
    const now = new Date().toISOString();
    const order = composeFromPortfolio(db, path, {
      subject: { kind: 'site', id: 'riot-rockdale' },
      language: host.locale.toLowerCase().startsWith('de') ? 'de' : 'en',
      author: '',
      disclosures: '',
      issue: false,
      today: staleness(db).today ?? now.slice(0, 10),
      evidence: { seed: defaultSeed },
    });
    const printed = await printOrder(
      () => db,
      (content) => host.printBriefing(content),
      order,
      outFile,
      now,
    );
    return [
      printed.path,
      order.content.title,
      ...order.content.five.map(({ label, value, unit, basis }) => `${label}: ${value} ${unit} (${basis})`),
    ];
  } finally {
    db.close();
  }
}
