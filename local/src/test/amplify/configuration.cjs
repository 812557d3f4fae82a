// How an app connects: the generated file, and what the file's format has no place for.
const { readFileSync } = require('node:fs');
const { Amplify } = require('aws-amplify');
const { parseAmplifyConfig } = require('aws-amplify/utils');

const endpoints = JSON.parse(readFileSync(process.env.RINGBACK_ENDPOINTS, 'utf8'));

function configure() {
  const outputs = JSON.parse(readFileSync(process.env.RINGBACK_AMPLIFY_OUTPUTS, 'utf8'));
  const config = parseAmplifyConfig(outputs);
  config.Auth.Cognito.userPoolEndpoint = outputs.custom.ringback.cognitoEndpoint;
  Amplify.configure(config);
}

module.exports = { endpoints, configure };
