import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import type { FirstAnswers } from '../../shared/ipc/firstAnswers.ts';
import { ok } from '../../shared/ipc/result.ts';
import { pageResponse } from './pageResponse.ts';

function folderWithPage(): string {
  const folder = join(temporaryFolder(), 'page');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="CSP_NONCE"><script nonce="CSP_NONCE"></script>',
  );
  writeFileSync(join(folder, 'a.js'), 'CSP_NONCE');
  writeFileSync(join(folder, '..', 'secret.js'), 'secret');
  return folder;
}

test('a page carries a fresh nonce in header and body, and no placeholder', () => {
  const folder = folderWithPage();
  const nonces = [1, 2].map(() => {
    const { headers, body } = pageResponse(folder, '/');
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
    expect(body.toString()).toContain(`nonce="${nonce}"`);
    expect(body.toString()).not.toContain('CSP_NONCE');
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('answers go into the page as data that cannot end their element', () => {
  const folder = folderWithPage();
  writeFileSync(join(folder, 'index.html'), '<script type="application/json">FIRST_ANSWERS</script>');
  const text = (answers?: FirstAnswers) => pageResponse(folder, '/', answers).body.toString();
  expect(text()).toBe('<script type="application/json">null</script>');
  const answers = { 'company.list': ok("</script><script>$& $'") } as unknown as FirstAnswers;
  const body = text(answers);
  expect(body.match(/</g)).toHaveLength(2);
  expect(JSON.parse(body.replace(/^[^>]*>/, '').replace(/<.*$/, ''))).toEqual(answers);
});

test('the policy allows nothing from elsewhere, no inline script and no data address', () => {
  const policy = pageResponse(folderWithPage(), '/index.html').headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|data:|https?:|\*/);
});

test.each([
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/a.js%00',
  '/..\\secret.js',
  '/%',
  '/a',
  '/none.js',
  '/a.map',
])('%s is not answered', (path) => {
  const answer = pageResponse(folderWithPage(), path);
  expect(answer.status).toBe(404);
  expect(answer.body.length).toBe(0);
});

test('every file isolates the page from other origins, so that memory can be shared', () => {
  for (const path of ['/', '/a.js', '/none.js'])
    expect(pageResponse(folderWithPage(), path).headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
});

test('a script is answered as it is', () => {
  const answer = pageResponse(folderWithPage(), '/a.js');
  expect([answer.status, answer.headers['content-type'], answer.body.toString()]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'CSP_NONCE',
  ]);
});

test('a folder linked into the page’s folder is not answered', () => {
  const folder = folderWithPage();
  // Windows makes a junction without special rights.
  symlinkSync(join(folder, '..'), join(folder, 'link'), 'junction');
  expect(pageResponse(folder, '/link/secret.js').status).toBe(404);
});
