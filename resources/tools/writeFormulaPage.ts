import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEngineDocs } from './engineDocs.ts';
import { formulaPage } from './formulaPage.ts';

/* Writes shared/engine/FORMULAS.md; with --check it only compares, as `npm test` does. */

const path = join(import.meta.dirname, '../../shared/engine/FORMULAS.md');
const page = formulaPage(readEngineDocs());

function committed(): string {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}

if (!process.argv.includes('--check')) {
  writeFileSync(path, page);
} else if (committed() !== page) {
  process.exitCode = 1;
  process.stderr.write(
    'shared/engine/FORMULAS.md is not what the docstrings say: run `npm run formulas` and commit the file.\n',
  );
} else {
  process.stdout.write('FORMULAS.md agrees with the docstrings\n');
}
