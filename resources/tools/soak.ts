import { killLoop } from '../../main/soak/killLoop.ts';

/* `npm run soak -- [KILLS] [SEED]`: the kill loop of the tests for as long as one likes. */

const [kills = '5000', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
process.stdout.write(`seed ${seed}\n`);
const counts = await killLoop(Number(kills), Number(seed), (soFar) => {
  if (soFar.kills % 100 === 0) process.stdout.write(`${JSON.stringify(soFar)}\n`);
});
process.stdout.write(`${JSON.stringify(counts)}\n`);
