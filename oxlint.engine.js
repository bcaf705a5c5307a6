// Equal bits on every machine are a promise: the engine's own functions replace Math's, which differ between V8 versions.
const banned = new Set([
  'exp',
  'expm1',
  'log',
  'log2',
  'log10',
  'log1p',
  'pow',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'cbrt',
  'hypot',
  'random',
]);

const ownElementaryFunctions = {
  create(context) {
    return {
      MemberExpression(node) {
        if (node.object.name === 'Math' && banned.has(node.property.name))
          context.report({
            node,
            message: `Math.${node.property.name} differs between machines; use numeric/elementary.ts`,
          });
      },
      BinaryExpression(node) {
        if (node.operator === '**')
          context.report({ node, message: '** differs between machines; use numeric/elementary.ts' });
      },
    };
  },
};

export default { meta: { name: 'engine' }, rules: { 'own-elementary-functions': ownElementaryFunctions } };
