import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { migrate } from '../migrate.ts';
import { migrations } from './index.ts';

test.each(migrations)('$file has its own test', ({ file }) => {
  expect(existsSync(join(import.meta.dirname, `${file}.test.ts`))).toBe(true);
});

test('versions rise', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...versions].toSorted((a, b) => a - b));
});

const steps = [
  {
    version: 1,
    file: 'one',
    up: (db: Database.Database) => void db.exec('CREATE TABLE a (x INTEGER) STRICT'),
  },
  {
    version: 2,
    file: 'two',
    up: (db: Database.Database) => void db.exec('ALTER TABLE a ADD COLUMN y INTEGER'),
  },
];

test('a copy is taken before the first step of a file with data, and none for a new one', () => {
  const db = new Database(':memory:');
  const copies: number[] = [];
  migrate(db, steps.slice(0, 1), (from) => copies.push(from));
  expect(copies).toEqual([]);
  migrate(db, steps, (from) => copies.push(from));
  expect(copies).toEqual([1]);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
});

test('without a copy there is no upgrade', () => {
  const db = new Database(':memory:');
  migrate(db, steps.slice(0, 1), () => undefined);
  const noRoom = (): never => {
    throw new UserFacingError('db.diskFull');
  };
  expect(() => migrate(db, steps, noRoom)).toThrow('db.diskFull');
  expect(db.pragma('user_version', { simple: true })).toBe(1);
});

test('a step that fails leaves the file at the version before', () => {
  const db = new Database(':memory:');
  const broken = {
    version: 3,
    file: 'three',
    up: (at: Database.Database) => void at.exec('ALTER TABLE none ADD z'),
  };
  expect(() => migrate(db, [...steps, broken], () => undefined)).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});
