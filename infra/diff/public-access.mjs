import { isDeepStrictEqual } from 'node:util';

/** What anybody can reach without signing in, and could not before; and who lets users in, if that is another. */
export function publicAccess(was, is) {
  return Object.entries(is.Resources ?? {}).flatMap(([id, resource]) => {
    const before = was.Resources?.[id];
    const known = before ? doorsOf(before) : [];
    const opened = doorsOf(resource).filter((door) => !known.includes(door));
    return [...opened, ...otherIssuer(before, resource)].map((door) => `${id} (${resource.Type}) ${door}`);
  });
}

function doorsOf({ Type, Properties = {} }) {
  switch (Type) {
    case 'AWS::ApiGatewayV2::Route':
      return none(Properties.AuthorizationType) ? [`is public: ${Properties.RouteKey} has no authorizer`] : [];
    case 'AWS::ApiGateway::Method':
      return none(Properties.AuthorizationType) ? [`is public: ${Properties.HttpMethod} has no authorizer`] : [];
    case 'AWS::Lambda::Url':
      return none(Properties.AuthType) ? ['is public: its AuthType is NONE'] : [];
    case 'AWS::AppSync::GraphQLApi':
      return modesOf(Properties).includes('API_KEY') ? ['is public: whoever has its API key may ask'] : [];
    case 'AWS::AppSync::ApiKey':
      return ['is public: whoever has this API key may ask'];
    case 'AWS::S3::Bucket':
      return isOpen(Properties.PublicAccessBlockConfiguration) ? ['may be public: it does not block public access'] : [];
    default:
      return [];
  }
}

// A user pool's tokens are all that an API asks for: another issuer or audience lets other people in.
function otherIssuer(before, { Type, Properties = {} }) {
  const lets = (properties) => [
    properties?.JwtConfiguration,
    properties?.IdentitySource,
    properties?.UserPoolConfig,
    properties?.AdditionalAuthenticationProviders,
    properties?.AuthenticationType,
  ];
  const judged = ['AWS::ApiGatewayV2::Authorizer', 'AWS::AppSync::GraphQLApi'].includes(Type);
  return before && judged && !isDeepStrictEqual(lets(before.Properties), lets(Properties))
    ? ['may let others in: what it takes as a sign-in has changed']
    : [];
}

function none(type) {
  return type === undefined || type === 'NONE';
}

function modesOf({ AuthenticationType, AdditionalAuthenticationProviders = [] }) {
  return [AuthenticationType, ...AdditionalAuthenticationProviders.map((mode) => mode.AuthenticationType)];
}

function isOpen(block) {
  const sides = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
  return block !== undefined && !sides.every((side) => block[side] === true);
}
