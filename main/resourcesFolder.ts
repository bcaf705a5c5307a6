import { join } from 'node:path';

/** Shipped files beside the built application: out/app, or the package's resources. */
export function resourcesFolder(): string {
  return process.env['UMBAU_RESOURCES'] ?? join(import.meta.dirname, '..', 'app');
}

/** The built page: out/renderer. */
export function pageFolder(): string {
  return process.env['UMBAU_PAGE'] ?? join(import.meta.dirname, '..', 'renderer');
}
