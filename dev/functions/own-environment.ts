type Environment = Record<string, string>;

/** The environment variables of whoever runs now: what stands for `process.env` where several functions share a thread. Outside of every run it is empty. */
export function ownEnvironment(current: () => Environment | undefined): NodeJS.ProcessEnv {
  const own = (): Environment => current() ?? {};
  return new Proxy<NodeJS.ProcessEnv>(
    {},
    {
      get: (_, name) => (typeof name === 'string' ? own()[name] : undefined),
      has: (_, name) => typeof name === 'string' && Object.hasOwn(own(), name),
      ownKeys: () => Object.keys(own()),
      getOwnPropertyDescriptor: (_, name) =>
        typeof name === 'string' && Object.hasOwn(own(), name)
          ? { value: own()[name], writable: true, enumerable: true, configurable: true }
          : undefined,
      set: (_, name, value) => Reflect.set(own(), name, String(value)),
      defineProperty: (_, name, { value }) => Reflect.set(own(), name, String(value)),
      deleteProperty: (_, name) => Reflect.deleteProperty(own(), name),
    },
  );
}
