export const usage = `umbau briefing --portfolio FILE|sample (--company ID | --site ID) --lang de|en --out F.pdf [--seed N] [--author TEXT] [--disclosure FILE] [--as-of DATE]
umbau analyse  --portfolio FILE|sample (--company ID | --site ID) [--seed N] [--as-of DATE] --json
umbau verify   F.umbau --json
umbau model    --list | NAME < inputs.json
`;
