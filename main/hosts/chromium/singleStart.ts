import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Unix refuses longer names of sockets. */
const longestSocketPath = 100;
/** How long a first start may take from its lock to its socket. */
const attempts = 30;
const pauseMs = 100;

/** A local socket or pipe of the user data folder; nothing listens on the network. */
function socketPath(userDataFolder: string): string {
  const name = `umbau-${createHash('sha256').update(userDataFolder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inFolder = join(userDataFolder, 'start.sock');
  return inFolder.length <= longestSocketPath ? inFolder : join(tmpdir(), `${name}.sock`);
}

function rings(path: string, file: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(path, () => client.end(file ?? '', () => resolve(true)));
    client.once('error', () => resolve(false));
  });
}

function listen(path: string, onSecondStart: (file: string | undefined) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => {
      let file = '';
      client.setEncoding('utf8');
      client.on('data', (part: string) => (file += part));
      client.once('error', () => client.destroy());
      client.once('end', () => {
        client.end();
        onSecondStart(file === '' ? undefined : file);
      });
    });
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/** Two starts at the same moment: the file system lets one of them make the file. */
function takesLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function ownerLives(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Makes this start the only one for a user data folder. A second start rings at the first, hands over the file it was
 * to open, and gets undefined; the first comes forward. What a killed process left behind is taken over: its socket
 * answers nobody, and its number is gone or, after the attempts, belongs to another program.
 */
export async function becomeOnlyStart(
  userDataFolder: string,
  onSecondStart: (file: string | undefined) => void,
  file?: string,
): Promise<{ release(): void } | undefined> {
  mkdirSync(userDataFolder, { recursive: true });
  const path = socketPath(userDataFolder);
  const lock = join(userDataFolder, 'start.lock');
  for (let attempt = 1; ; attempt += 1) {
    if (await rings(path, file)) return undefined;
    if (takesLock(lock)) break;
    if (!ownerLives(lock) || attempt >= attempts) rmSync(lock, { force: true });
    else await pause(pauseMs);
  }
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = await listen(path, onSecondStart);
  return {
    release: () => {
      server.close();
      rmSync(lock, { force: true });
    },
  };
}
