// Compares two folders of synthesized templates: what changes, as cdk diff prints it, then what of it would hurt.
// Ends with 0, with 2 if something would hurt, with 1 if they could not be compared.
import process, { argv, stderr, stdout } from 'node:process';
import { formatDifferences, fullDiff } from '@aws-cdk/cloudformation-diff';
import { publicAccess } from './public-access.mjs';
import { lostState } from './lost-state.mjs';
import { stacksIn } from './stacks.mjs';
import { widerPermissions } from './wider-permissions.mjs';

const HURTS = 2;

function compare(deployed, synthesized) {
  const before = stacksIn(deployed);
  const after = stacksIn(synthesized);
  if (after.size === 0) {
    throw new Error(`there are no templates in ${synthesized}`);
  }
  if (before.size === 0) {
    stdout.write('Nothing is deployed yet: all of it is new.\n');
    return [];
  }
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => compareStack(name, before.get(name), after.get(name)));
}

function compareStack(name, before, after) {
  stdout.write(`Stack ${name}${before ? '' : ', which is new'}${after ? '' : ', which is no more'}\n`);
  const empty = { Resources: {} };
  const [was, is] = [before ?? empty, after ?? empty];
  // The library marks what it has followed in the templates it is given.
  const difference = fullDiff(structuredClone(was), structuredClone(is));
  if (difference.isEmpty) {
    stdout.write('There were no differences\n');
  } else {
    formatDifferences(stdout, difference);
  }
  stdout.write('\n');
  const findings = [...lostState(difference), ...widerPermissions(was, is), ...publicAccess(was, is)];
  return findings.map((finding) => `${name}: ${finding}`);
}

function verdict(findings) {
  findings.forEach((finding) => stdout.write(`! ${finding}\n`));
  stdout.write(
    findings.length === 0
      ? 'Verdict: nothing stateful is lost, no permission is wider, nothing is public that was not.\n'
      : `Verdict: ${findings.length} to confirm before this is deployed.\n`,
  );
  return findings.length === 0 ? 0 : HURTS;
}

try {
  const [deployed, synthesized] = argv.slice(2);
  process.exitCode = verdict(compare(deployed, synthesized));
} catch (failure) {
  stderr.write(`ringback: ${failure.message}\n`);
  process.exitCode = 1;
}
