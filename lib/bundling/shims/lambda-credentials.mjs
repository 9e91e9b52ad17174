// In Lambda the credentials of the role are in the environment. The SDK's own chain brings the code of every other place
// where credentials could lie (profiles, single sign-on, processes, web identities), a fifth of a function's bundle.
// They are those of the running function from its start to its end, and read once.
export const defaultProvider = () => {
  let kept;
  return async () => {
    kept ??= read();
    return kept;
  };
};

function read() {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error('There are no credentials in the environment of this function.');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}
