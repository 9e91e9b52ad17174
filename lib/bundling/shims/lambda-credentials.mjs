// In Lambda the credentials of the role are in the environment. The SDK's own chain brings the code of every other place
// where credentials could lie (profiles, single sign-on, processes, web identities), a fifth of a function's bundle.
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error('There are no credentials in the environment of this function.');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
