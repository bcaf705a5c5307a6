import type { Database } from 'better-sqlite3';

declare const access: unique symbol;
/** A query that only reads takes this; a write is visible in the signature. */
export type ReadableDb = Pick<Database, 'prepare'> & { readonly [access]?: 'read' | 'write' };
export type WritableDb = Database & { readonly [access]?: 'write' };
