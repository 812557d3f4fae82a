// Shows the API, and signs a user up and in as an app would, with the code from the inbox.
const PASSWORD = 'Correct-horse-9';
const form = document.querySelector('form');
const who = document.querySelector('#who');
const client = form.dataset.client;

const ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});

async function cognito(operation, request) {
  const response = await fetch('/cognito/', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.' + operation,
    },
    body: JSON.stringify({ ClientId: client, ...request }),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw Object.assign(new Error(answer.message), { type: answer.__type ?? '' });
  }
  return answer;
}

async function signUp(user) {
  const email = user + '@example.com';
  try {
    await cognito('SignUp', { Username: user, Password: PASSWORD, UserAttributes: [{ Name: 'email', Value: email }] });
  } catch (failure) {
    if (failure.type.includes('UsernameExistsException')) {
      return;
    }
    throw failure;
  }
  const inbox = await (await fetch('/inbox')).json();
  const code = inbox.mails.findLast((mail) => mail.address === email).confirmationCode;
  await cognito('ConfirmSignUp', { Username: user, ConfirmationCode: code });
}

async function signIn(user) {
  await signUp(user);
  const signedIn = await cognito('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: user, PASSWORD },
  });
  ui.preauthorizeApiKey('token', signedIn.AuthenticationResult.AccessToken);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const user = form.user.value;
  try {
    await signIn(user);
    who.textContent = `Signed in as ${user}. Requests carry this user's token.`;
  } catch (failure) {
    who.textContent = `Not signed in: ${failure.message}`;
  }
});
