import { startElectron } from './hosts/electron/app.ts';

// Never awaited here: Electron becomes ready only after this module has been evaluated.
startElectron();
