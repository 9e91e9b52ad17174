/** The function that a later version of the stack adds (`later-app.ts`): answers with the version that it was told. */
export const handler = async (): Promise<object> => ({
  statusCode: 200,
  body: JSON.stringify({ version: process.env.LATER_VERSION }),
});
