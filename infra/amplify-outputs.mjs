// Makes an app's amplify_outputs.json of what `cdk deploy --outputs-file` wrote: node infra/amplify-outputs.mjs OUTPUTS
import { readFileSync } from 'node:fs';

const stacks = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { AmplifyOutputs, ApiUrl } = Object.assign({}, ...Object.values(stacks));
if (!AmplifyOutputs || !ApiUrl) {
  console.error(`${process.argv[2]} lacks outputs of the Directory or the Calling stack; deploy them all.`);
  process.exit(1);
}
const outputs = JSON.parse(AmplifyOutputs);
outputs.custom = { ringback: { apiUrl: ApiUrl } };
console.log(JSON.stringify(outputs, null, 2));
