// Equal bits on every machine are a promise: the engine's own functions replace Math's, which differ between V8 versions.
// Only what IEEE 754 or the language fixes to the last bit is allowed; a name that is new in Math is banned until it is known.
const exact = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
  'E',
  'LN10',
  'LN2',
  'LOG10E',
  'LOG2E',
  'PI',
  'SQRT1_2',
  'SQRT2',
]);

const advice = 'differs between machines; use numeric/elementary.ts';

const ownElementaryFunctions = {
  create(context) {
    const reportPower = (node) => {
      if (node.operator === '**' || node.operator === '**=')
        context.report({ node, message: `** ${advice}` });
    };
    return {
      Identifier(node) {
        if (node.name !== 'Math') return;
        const { parent } = node;
        // Under another name, or read by a computed key, Math could be any of its functions.
        const isNamed = parent?.type === 'MemberExpression' && parent.object === node && !parent.computed;
        if (isNamed && exact.has(parent.property.name)) return;
        const name = isNamed ? `Math.${parent.property.name}` : 'Math as a value';
        context.report({ node, message: `${name} ${advice}` });
      },
      BinaryExpression: reportPower,
      AssignmentExpression: reportPower,
    };
  },
};

export default { meta: { name: 'engine' }, rules: { 'own-elementary-functions': ownElementaryFunctions } };
