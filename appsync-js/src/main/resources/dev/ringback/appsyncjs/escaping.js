// util.escapeJavaScript
const escaped = {
  "'": "\\'", '"': '\\"', '\\': '\\\\', '/': '\\/',
  '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r',
};

const { charCodeAt } = String.prototype;
const { apply } = Reflect;

export function escapeJavaScript(text) {
  return text
    .split('')
    .map((unit) => escaped[unit] ?? (unit >= ' ' && unit <= '~' ? unit : hexadecimal(unit)))
    .join('');
}

function hexadecimal(unit) {
  const digits = apply(charCodeAt, unit, [0]).toString(16).toUpperCase();
  return '\\u' + '000'.slice(digits.length - 1) + digits;
}
