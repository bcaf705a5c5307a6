import { join } from 'node:path';

/** Shipped files beside the built application: out/app, or the package's resources. */
export function resourcesFolder(): string {
  return process.env['UMBAU_RESOURCES'] ?? join(import.meta.dirname, '..', 'app');
}
