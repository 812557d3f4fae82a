/** One action that a resource's policies allow or deny on one other, to one principal. */
class Permission {
  constructor(holder, action, resource, principal, condition) {
    Object.assign(this, { holder, action, resource, principal, condition });
  }

  /** Whether it says all that another does. A condition narrows, so only the same one says the same. */
  covers(other) {
    return (
      this.holder === other.holder &&
      matches(this.action.toLowerCase(), other.action.toLowerCase()) &&
      matches(this.resource, other.resource) &&
      matches(this.principal, other.principal) &&
      (this.condition === '' || this.condition === other.condition)
    );
  }

  toString() {
    const principal = this.principal ? `${this.principal}: ` : '';
    const condition = this.condition ? ` if ${this.condition}` : '';
    return `${principal}${this.action} on ${this.resource}${condition}`;
  }
}

/** Every permission that a template writes down, wherever it does. */
export function permissionsIn(template) {
  const found = { allowed: [], denied: [] };
  for (const [id, resource] of Object.entries(template.Resources ?? {})) {
    const holders = holdersOf(id, resource);
    for (const statement of statementsIn(resource.Properties)) {
      const to = statement.Effect === 'Deny' ? found.denied : found.allowed;
      holders.forEach((holder) => to.push(...expand(holder, statement)));
    }
    found.allowed.push(...holders.flatMap((holder) => others(holder, resource)));
  }
  return found;
}

// A policy is what its roles may do, whatever it is called itself.
function holdersOf(id, { Type, Properties = {} }) {
  const attached = ['Roles', 'Users', 'Groups'].flatMap((kind) => list(Properties[kind]));
  return /^AWS::IAM::(Managed)?Policy$/.test(Type) && attached.length > 0 ? attached.map(text) : [`\${${id}}`];
}

function statementsIn(value) {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'Statement' ? list(child) : statementsIn(child),
  );
}

function expand(holder, statement) {
  const condition = statement.Condition ? text(statement.Condition) : '';
  return either(statement, 'Action').flatMap((action) =>
    either(statement, 'Resource').flatMap((resource) =>
      either(statement, 'Principal').map(
        (principal) => new Permission(holder, action, resource, principal, condition),
      ),
    ),
  );
}

// What NotAction and the like allow is anything else, so that only the same says as much.
function either(statement, key) {
  const negated = statement[`Not${key}`];
  if (negated !== undefined) {
    return [`anything but ${text(negated)}`];
  }
  const values = statement[key];
  if (values === undefined) {
    return [''];
  }
  return list(values).flatMap((value) => (key === 'Principal' ? principals(value) : [text(value)]));
}

function principals(value) {
  return typeof value === 'string' || isIntrinsic(value)
    ? [text(value)]
    : Object.entries(value).flatMap(([kind, names]) => list(names).map((name) => `${kind} ${text(name)}`));
}

function others(holder, { Type, Properties = {} }) {
  const managed = list(Properties.ManagedPolicyArns).map(
    (policy) => new Permission(holder, 'all that is in', text(policy), '', ''),
  );
  if (Type !== 'AWS::Lambda::Permission') {
    return managed;
  }
  const conditions = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'FunctionUrlAuthType', 'EventSourceToken']
    .filter((key) => Properties[key] !== undefined)
    .map((key) => `${key} is ${text(Properties[key])}`)
    .join(' and ');
  const granted = [text(Properties.Action), text(Properties.FunctionName), text(Properties.Principal)];
  return [...managed, new Permission('Lambda', ...granted, conditions)];
}

function matches(pattern, text) {
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}

function list(value) {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function isIntrinsic(value) {
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}

function text(value) {
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  if (value.Ref) {
    return `\${${value.Ref}}`;
  }
  if (value['Fn::GetAtt']) {
    return `\${${[value['Fn::GetAtt']].flat().join('.')}}`;
  }
  if (value['Fn::ImportValue']) {
    return `\${${text(value['Fn::ImportValue'])}}`;
  }
  if (Array.isArray(value['Fn::Join']?.[1])) {
    return value['Fn::Join'][1].map(text).join(value['Fn::Join'][0]);
  }
  return JSON.stringify(value);
}
