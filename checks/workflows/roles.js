// Reads the template of GitHub's roles as CloudFormation does, and judges who may take one as IAM does.
import { parseDocument } from 'yaml';

const tag = (name, resolve) => ({ tag: `!${name}`, resolve });
const collection = (name) => ({ tag: `!${name}`, collection: 'seq', resolve: (seq) => ({ [name]: seq }) });

/** The template with its parameters in place; what is made by AWS is a text that names it. */
export function resolvedTemplate(text, parameters) {
  const known = { 'AWS::Partition': 'aws', 'AWS::AccountId': '111111111111', 'AWS::Region': 'eu-central-1', ...parameters };
  const value = (name) => known[name] ?? `<${name}>`;
  const document = parseDocument(text, {
    customTags: [
      tag('Ref', value),
      tag('GetAtt', (name) => `<${name}>`),
      tag('Sub', (template) => template.replace(/\$\{([\w:]+)\}/g, (_, name) => value(name))),
      collection('If'),
      collection('Equals'),
    ],
  });
  if (document.errors.length + document.warnings.length > 0) throw new Error([...document.errors, ...document.warnings].join('\n'));
  return document.toJS();
}

const like = (pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`);
const OPERATORS = {
  StringEquals: (pattern, text) => pattern === text,
  StringLike: (pattern, text) => like(pattern).test(text),
};

/** True if a token with these claims may take the role; a claim that is missing is no match. */
export function trusts(role, claims) {
  const [{ Condition: conditions }] = role.Properties.AssumeRolePolicyDocument.Statement;
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const claim = claims[key.replace('token.actions.githubusercontent.com:', '')];
      return claim !== undefined && [].concat(patterns).some((pattern) => OPERATORS[operator](pattern, claim));
    }),
  );
}

/** [{actions, resources}] of everything that the role may do. */
export const permissionsOf = (role) =>
  role.Properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).map(({ Action, Resource }) => ({
    actions: [].concat(Action),
    resources: [].concat(Resource),
  }));
