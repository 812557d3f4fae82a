// Functions of AppSync that this runtime leaves out: calling one fails, and says which.
const { Error } = globalThis;
const { fromEntries } = Object;

export function notLocal(owner, ...names) {
  return fromEntries(names.map((name) => [name, refuse(`${owner}.${name}`)]));
}

const refuse = (name) => () => {
  throw new Error(`${name} is not available locally`);
};
