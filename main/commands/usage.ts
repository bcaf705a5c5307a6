export const usage = `umbau analyse  --portfolio FILE|sample (--company ID | --site ID) [--seed N] [--as-of DATE] --json
umbau verify   F.umbau --json
umbau model    --list | NAME < inputs.json
`;
