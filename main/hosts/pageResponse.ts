import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { FirstAnswers } from '../../shared/ipc/firstAnswers.ts';

/*
 * What both hosts answer when the page asks for one of its files. Nothing outside the page's folder is ever read.
 */

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // WebAssembly may be compiled, as scripts may run, from the page's own files; text is never run as code.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function fixedHeaders(type: string): Record<string, string> {
  return {
    'content-type': type,
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

function refused(status: number): PageResponse {
  return { status, headers: fixedHeaders('text/plain; charset=utf-8'), body: Buffer.from('') };
}

/** The path below the folder, or undefined where the address tries to leave it. */
function insideFolder(folder: string, urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

/** As the text of an element: no character of the data may end it, so none opens a tag. */
function asElementText(answers: FirstAnswers | undefined): string {
  return JSON.stringify(answers ?? null).replaceAll('<', String.raw`\u003c`);
}

/** @param urlPath path of the address, as it arrives */
export function isFirstPage(urlPath: string): boolean {
  return urlPath === '/' || urlPath === '/index.html';
}

/**
 * @param urlPath path of the address as it arrives, still encoded
 * @param answers what the page would ask first, where it is the application's own page that is opened
 */
export function pageResponse(folder: string, urlPath: string, answers?: FirstAnswers): PageResponse {
  const file = insideFolder(folder, urlPath);
  const type = contentTypes[extname(file ?? '')];
  if (file === undefined || type === undefined) return refused(404);
  let body: Buffer;
  try {
    // A link inside the folder must not lead out of it either.
    if (!realpathSync(file).startsWith(realpathSync(folder) + sep)) return refused(404);
    body = readFileSync(file);
  } catch {
    return refused(404);
  }
  const headers = fixedHeaders(type);
  if (extname(file) !== '.html') return { status: 200, headers, body };
  const nonce = randomBytes(18).toString('base64');
  return {
    status: 200,
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    body: Buffer.from(
      body
        .toString('utf8')
        .replaceAll('CSP_NONCE', nonce)
        // By a function, because a text could hold patterns of replacement.
        .replace('FIRST_ANSWERS', () => asElementText(answers)),
    ),
  };
}
