import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A local socket or pipe named after the user data folder; nothing listens on the network. */
function socketPath(userDataFolder: string): string {
  const name = `umbau-${createHash('sha256').update(userDataFolder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function rings(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(path, () => client.end(() => resolve(true)));
    client.once('error', () => resolve(false));
  });
}

function listen(path: string, onSecondStart: () => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => {
      client.end();
      onSecondStart();
    });
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/**
 * Makes this start the only one for a user data folder. A second start rings at the first, which comes forward, and
 * gets undefined. A socket left by a killed process answers nobody and is taken over.
 */
export async function becomeOnlyStart(
  userDataFolder: string,
  onSecondStart: () => void,
): Promise<{ release(): void } | undefined> {
  const path = socketPath(userDataFolder);
  if (await rings(path)) return undefined;
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = await listen(path, onSecondStart);
  return { release: () => server.close() };
}
