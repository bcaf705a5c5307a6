import { startElectron } from './hosts/electron/app.ts';

await startElectron();
