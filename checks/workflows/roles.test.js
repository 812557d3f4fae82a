import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { root } from '../root.js';
import { permissionsOf, resolvedTemplate, trusts } from './roles.js';

const text = readFileSync(join(root, '.github/aws/github-roles.yaml'), 'utf8');
const roles = (Environment, Ref) =>
  resolvedTemplate(text, { Environment, Ref, Subject: 'acme@1/ringback@2', RepositoryId: '2', Qualifier: 'hnb659fds' }).Resources;
const dev = roles('dev', 'refs/heads/main');
const prod = roles('prod', 'refs/tags/v*');

const claims = (sub, ref, others) => ({ aud: 'sts.amazonaws.com', sub: `repo:acme@1/ringback@2:${sub}`, ref, repository_id: '2', ...others });
const main = claims('environment:dev', 'refs/heads/main');
const release = claims('environment:prod', 'refs/tags/v1.2.3');
const pullRequest = claims('pull_request', 'refs/pull/7/merge');

test('main deploys dev, and a tag prod', () => {
  assert.ok(trusts(dev.DeployRole, main));
  assert.ok(trusts(prod.DeployRole, release));
});

test('a pull request compares and deploys nothing', () => {
  assert.ok(trusts(prod.DiffRole, pullRequest));
  assert.ok(!trusts(dev.DeployRole, pullRequest) && !trusts(prod.DeployRole, pullRequest));
});

test('one environment does not deploy another', () => {
  assert.ok(!trusts(prod.DeployRole, main));
  assert.ok(!trusts(dev.DeployRole, release));
});

test('a branch deploys nothing, whatever environment it names', () => {
  assert.ok(!trusts(dev.DeployRole, claims('environment:dev', 'refs/heads/feature')));
  assert.ok(!trusts(prod.DeployRole, claims('environment:prod', 'refs/heads/main')));
  assert.ok(!trusts(prod.DiffRole, claims('ref:refs/heads/feature', 'refs/heads/feature')));
});

test("no other repository gets in: not a fork, not one of a longer name, not a later one of the same name", () => {
  const stranger = (sub, id) => ({ ...main, sub, repository_id: id });
  assert.ok(!trusts(dev.DeployRole, stranger('repo:mallory@9/ringback@8:environment:dev', '8')));
  assert.ok(!trusts(dev.DeployRole, stranger('repo:acme@1/ringback@22:environment:dev', '22')));
  assert.ok(!trusts(dev.DeployRole, stranger(main.sub, '8')));
  assert.ok(!trusts(dev.DiffRole, { ...pullRequest, repository_id: '8' }));
});

test('a token for somebody else is not taken', () => assert.ok(!trusts(dev.DeployRole, { ...main, aud: 'https://github.com/acme' })));

test('a token that lacks a claim is not taken', () => {
  for (const claim of Object.keys(main)) assert.ok(!trusts(dev.DeployRole, { ...main, [claim]: undefined }), claim);
});

test("the deploy role may take the CDK's roles to deploy and to publish files, and nothing else", () => {
  assert.deepEqual(permissionsOf(dev.DeployRole), [
    {
      actions: ['sts:AssumeRole'],
      resources: ['deploy', 'file-publishing'].map((name) => `arn:aws:iam::111111111111:role/cdk-hnb659fds-${name}-role-111111111111-eu-central-1`),
    },
  ]);
});

test('the diff role may read the templates of its environment, and nothing else', () => {
  assert.deepEqual(permissionsOf(prod.DiffRole), [
    {
      actions: ['cloudformation:DescribeStacks', 'cloudformation:GetTemplate'],
      resources: ['arn:aws:cloudformation:eu-central-1:111111111111:stack/ringback-prod-*/*'],
    },
  ]);
});

test('a trust that is wider would be noticed', () => {
  const wider = text.replaceAll(':environment:${Environment}', ':pull_request').replaceAll('!Ref Ref', "'*'");
  const { DeployRole } = resolvedTemplate(wider, { Subject: 'acme@1/ringback@2', RepositoryId: '2' }).Resources;
  assert.ok(trusts(DeployRole, pullRequest));
});
