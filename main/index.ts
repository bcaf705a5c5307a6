import { startElectron } from './hosts/electron/app.ts';

// Not awaited: an ES main module that waits for readiness while it is evaluated waits forever (electron#40719).
startElectron().catch(() => {
  process.stderr.write('Umbau could not be started. Your portfolios are untouched.\n');
  process.exit(1);
});
