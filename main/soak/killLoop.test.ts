import { expect, test } from 'vitest';
import { killLoop } from './killLoop.ts';

const kills = 200;
/** A machine that is busy with other tests must not fail this one. */
const longestMs = 900_000;

test(
  'killed 200 times while it writes: verify is clean each time, nothing reported is lost, nothing is half done',
  async () => {
    const counts = await killLoop(kills, 20_261_125);
    process.stdout.write(
      `kill -9: ${counts.kills} kills, ${counts.clean} verified clean, ${counts.withinAct} within an act, ${counts.steps} reported steps and ${counts.files} reported files found again, ${counts.storedUnreported} stored before they were reported\n`,
    );
    expect(counts).toMatchObject({ kills, clean: kills });
    // Where no kill fell into an act, nothing would have been shown.
    expect(counts.withinAct).toBeGreaterThan(kills / 10);
    expect(counts.steps).toBeGreaterThan(kills);
  },
  longestMs,
);
